using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Coaching;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Coaching;

/// <summary>The demonstration council with its coaches, without requests. The coach Grace Adeyemi ("coach") and Sam Whitfield ("employee") are in no line of management together.</summary>
public class CoachingPortal : PortalHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.ReadAsync(db => db.CoachingRequests.ExecuteDeleteAsync());
    }
}

/// <summary>Does with coaching what people do on its pages, and looks into the database afterwards.</summary>
internal static class CoachingPages
{
    public const string Managers = "coaching-pool-managers";
    public const string Executives = "coaching-pool-executive";
    public const string Grace = "coach-grace-adeyemi";
    public const string Patience = "coach-patience-moyo";
    public const string Tariq = "coach-tariq-mahmood";

    public static Task<CoachRow> CoachAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.Coaches.AsNoTracking().SingleAsync(row => row.Id == id));

    public static Task<RequestRow> RequestAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.CoachingRequests.AsNoTracking().SingleAsync(row => row.Id == id));

    public static Task<List<ChoiceRow>> ChoicesAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.CoachingChoices.AsNoTracking().Where(row => row.RequestId == id).OrderBy(row => row.Position).ToListAsync());

    public static Task SetCoachAsync(this PortalHost portal, string id, Action<CoachRow> change) => portal.ChangeAsync(async db => change(await db.Coaches.SingleAsync(row => row.Id == id)));

    public static async Task ChangeAsync(this PortalHost portal, Func<PortalDb, Task> change)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Begins a request in the pool of managers, page by page, up to the choice of coaches.</summary>
    /// <returns>The request's id.</returns>
    public static async Task<string> BegunAsync(this HttpClient client, string pool = Managers)
    {
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/coaching/ask")).Form("/coaching/ask"), ("Pool", pool));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString.Split('/')[3];
    }

    /// <summary>Sends a step of a request.</summary>
    public static async Task<HttpResponseMessage> StepAsync(this HttpClient client, string id, string step, params (string, string?)[] values)
    {
        var url = $"/coaching/requests/{id}/{step}";
        return await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), values);
    }

    /// <summary>Writes a request page by page, with coaches in order.</summary>
    /// <returns>The request's id.</returns>
    public static async Task<string> WrittenAsync(this HttpClient client, string goals, params string[] coaches)
    {
        var id = await client.BegunAsync();
        using var first = await client.StepAsync(id, "goals", ("Goals", goals), ("Avoid", "Role play"), ("CoachingMatch.Themes", "theme-leading-change"));
        first.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}/preferences");
        using var second = await client.StepAsync(id, "preferences", ("CoachingMatch.Days", "tuesday"));
        second.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}/choices");
        using var third = await client.StepAsync(id, "choices", [.. coaches.Select((coach, index) => ($"Choices[{index}]", (string?)coach))]);
        third.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}/check");
        return id;
    }

    /// <summary>Presses the button that sends a request.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string id) => client.StepAsync(id, "check");

    /// <summary>Has the employee write and send a request, whose first coach is asked.</summary>
    /// <returns>The request's id.</returns>
    public static async Task<string> SentAsync(this PortalHost portal, string goals, params string[] coaches)
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync(goals, coaches);
        using var answer = await client.SendAsync(id);
        answer.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}");
        return id;
    }

    /// <summary>Has the coach who is asked answer, in one transaction as a page does.</summary>
    public static async Task AnsweredAsync(this PortalHost portal, string id, string userName, string button, string why = "") => (await portal.DecideAsync(
        userName, (await portal.OpenTasksAsync((await portal.RequestAsync(id)).CaseId!)).ShouldHaveSingleItem().Id, button, why)).ShouldBe(DecisionOutcome.Taken);

    /// <summary>The words that somebody may read of a request.</summary>
    public static async Task<IReadOnlyCollection<string>> WordsOfAsync(this PortalHost portal, string id, string userName)
    {
        var ids = (await portal.RequestAsync(id)).TextIds;
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        return [.. (await scope.ServiceProvider.GetRequiredService<IConfidentialTexts>().ReadAsync(ids)).Values];
    }

    public static async Task<IReadOnlyList<PartnershipFacts>> TogetherAsync(this PortalHost portal, string userName)
    {
        var person = await portal.PersonIdAsync(userName);
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<IPartnerships>().OfAsync(person, CoachingModule.Kind);
    }

    /// <summary>Begins a coaching as if it had been agreed, or ends one.</summary>
    public static async Task<string> BeginTogetherAsync(this PortalHost portal, string coach, string learner, string pool = Managers, string origin = "")
    {
        var (guide, learnerId) = (await portal.PersonIdAsync(coach), await portal.PersonIdAsync(learner));
        await using var scope = portal.Scope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var id = await scope.ServiceProvider.GetRequiredService<IPartnerships>().BeginAsync(
            new PartnershipProposal(CoachingModule.Kind, guide, learnerId, new PartnershipTerms(pool, "Pool", "We agree.")) { OriginId = origin });
        await transaction.CommitAsync();
        return id;
    }

    public static async Task EndTogetherAsync(this PortalHost portal, string partnershipId, PartnershipEnd end)
    {
        await using var scope = portal.Scope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<IPartnerships>().EndAsync(partnershipId, end);
        await transaction.CommitAsync();
    }

    /// <summary>Sets the council's rules; what is not said is as shipped.</summary>
    public static async Task SetRulesAsync(this PortalHost portal, string json)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync(nameof(CoachingSettings), json);
    }

    public static async Task SwitchWorkflowAsync(this PortalHost portal, string typeId, bool isOn)
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync("administrator");
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<WorkflowTypes>().EnableAsync(typeId, isOn);
        await transaction.CommitAsync();
    }

    /// <summary>The events of a coach or a request in the audit, the oldest first.</summary>
    public static Task<List<string>> AuditOfAsync(this PortalHost portal, string id, string kind) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id && row.SubjectKind == kind && !row.Event.StartsWith("Content")).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    public static string ErrorText(this IHtmlDocument page) => page.QuerySelector(".govuk-error-summary")?.TextContent ?? "";

    public static string MainText(this IHtmlDocument page) => string.Join(
        ' ', page.QuerySelector("main")!.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public static (string, string?)[] Date(string name, DateOnly day) => [($"{name}.Day", $"{day.Day}"), ($"{name}.Month", $"{day.Month}"), ($"{name}.Year", $"{day.Year}")];
}
