using AngleSharp.Html.Dom;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Funding;
using LearningDev.Funding.Requests;
using LearningDev.Funding.Requests.Checking;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Funding.Requests;

/// <summary>Writes and sends training requests, and looks into the database afterwards.</summary>
internal static class RequestPages
{
    /// <summary>A draft of somebody's to which nothing is missing.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="title">What the learning is called.</param>
    /// <param name="change">What is otherwise than usual: a course for £100 out of the corporate budget.</param>
    /// <param name="userName">Whose it is.</param>
    /// <returns>The item's id.</returns>
    public static async Task<string> DraftAsync(this PortalHost portal, string title, Action<TrainingRequest>? change = null, string userName = "employee")
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var item = scope.ServiceProvider.GetRequiredService<ContentItems>().New(TrainingRequest.ContentType);
        item.Alter<TitlePart>(part => part.Title = title);
        item.Alter<TrainingRequest>(request =>
        {
            request.IsQualification = new BooleanField { Value = false };
            request.IsCpd = new BooleanField { Value = false };
            request.BusinessCase.Text = "The team needs it.";
            request.Outcomes.Text = "Residents are answered sooner.";
            request.Classification.Text = TrainingClassification.Essential;
            request.StartsOn.Value = new DateTime(2027, 3, 1, 0, 0, 0, DateTimeKind.Utc);
            request.CostLines = [Cost(100)];
            request.Examinations.Value = 0;
            request.FundingSource.Text = FundingSources.Corporate;
            request.InPlan = new BooleanField { Value = true };
            change?.Invoke(request);
        });
        var id = (await scope.ServiceProvider.GetRequiredService<RequestDrafts>().SaveAsync(item, CancellationToken.None)).ContentItemId;
        await transaction.CommitAsync();
        return id;
    }

    /// <summary>A draft of which nothing but its title is written.</summary>
    public static Task<string> BegunAsync(this PortalHost portal, string title, string userName = "employee") => portal.DraftAsync(
        title,
        request =>
        {
            (request.IsQualification, request.IsCpd, request.InPlan, request.CostLines) = (null, null, null, []);
            (request.BusinessCase.Text, request.Outcomes.Text, request.Classification.Text, request.FundingSource.Text) = (null, null, null, null);
            (request.StartsOn.Value, request.Examinations.Value, request.TotalCost.Value) = (null, null, null);
        },
        userName);

    public static CostLine Cost(decimal amount, string kind = "course") => new() { Id = Identifiers.New(), Kind = kind, What = "Two days", Amount = amount };

    /// <summary>Changes a draft, or one that was sent back, as its author does at the steps.</summary>
    public static async Task ChangeAsync(this PortalHost portal, string id, Action<TrainingRequest> change, string userName = "employee")
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        var drafts = scope.ServiceProvider.GetRequiredService<RequestDrafts>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        await drafts.ChangeAsync((await drafts.FindChangeableAsync(id, CancellationToken.None)).ShouldNotBeNull(), change, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Sends a request, for the first time or again.</summary>
    public static async Task<SendingOutcome> SendAsync(this PortalHost portal, string id, string userName = "employee")
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var outcome = await scope.ServiceProvider.GetRequiredService<RequestSending>().SendAsync(id, CancellationToken.None);
        await transaction.CommitAsync();
        return outcome;
    }

    /// <summary>A complete request that is sent.</summary>
    public static async Task<string> SentAsync(this PortalHost portal, string title, Action<TrainingRequest>? change = null, string userName = "employee")
    {
        var id = await portal.DraftAsync(title, change, userName);
        (await portal.SendAsync(id, userName)).ShouldBe(SendingOutcome.Sent);
        return id;
    }

    public static Task<RequestRow> RowAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.TrainingRequests.AsNoTracking().SingleAsync(row => row.ItemId == id));

    /// <summary>What a request says.</summary>
    public static async Task<TrainingRequest> AnswersAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        return (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(id, VersionChoice.Latest)).ShouldNotBeNull().As<TrainingRequest>();
    }

    /// <summary>The one open task about a request.</summary>
    public static async Task<TaskRow> TaskAsync(this PortalHost portal, string id) => (await portal.OpenTasksAsync((await portal.RowAsync(id)).CaseId!)).ShouldHaveSingleItem();

    /// <summary>Sets the rules of training requests; what is not said is as shipped.</summary>
    public static async Task SetFundingAsync(this PortalHost portal, Action<FundingSettings> change)
    {
        await using var scope = portal.Scope();
        var settings = new FundingSettings();
        change(settings);
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveAsync(settings);
    }

    /// <summary>The form of a page with several that has a handler.</summary>
    public static IHtmlFormElement FormOf(this IHtmlDocument page, string handler) => page.Forms.First(form => form.Action.Contains($"handler={handler}", StringComparison.Ordinal));

    /// <summary>What the error summary says.</summary>
    public static List<string> Errors(this IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(error => error.TextContent.Trim())];
}
