using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Partnerships.Agreeing;
using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Partnerships;

/// <summary>The demonstration council without partnerships, on Tuesday 1 December 2026 at midday, with a kind of partnership of the tests' own.</summary>
public class PartnershipsPortal : PortalHost
{
    public const string Kind = "walking";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.StopAt(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc));
        await this.ReadAsync(db => db.Partnerships.ExecuteDeleteAsync());
        await this.ReadAsync(db => db.PartnershipConflicts.ExecuteDeleteAsync());
        await this.ReadAsync(db => db.ConfidentialTexts.ExecuteDeleteAsync());
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton(
        new PartnershipKind(Kind, "LearningDev.Partnerships", new PartnershipWords("Walking together", "guide", "walker", "walk")) { AskUrl = "/catalogue" });
}

/// <summary>Begins partnerships as the modules do that bring people together. The coach guides the employee, whose manager is "manager".</summary>
internal static class PartnershipsPages
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    public static PartnershipTerms Terms { get; } = new("pool", "Walkers", "We meet **as agreed** and keep what is said to ourselves.");

    /// <summary>Does something in a transaction of a scope, as somebody or as the portal.</summary>
    public static async Task<T> DoAsync<T>(this PortalHost portal, string? userName, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Scope();
        if (userName is not null)
        {
            await scope.ActAsAsync(userName);
        }

        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        var result = await act(scope.ServiceProvider);
        await transaction.CommitAsync();
        return result;
    }

    public static Task DoAsync(this PortalHost portal, string? userName, Func<IServiceProvider, Task> act) => portal.DoAsync(userName, async services =>
    {
        await act(services);
        return true;
    });

    /// <summary>Begins a partnership; what the two had before is forgotten, unless it is to be tried again.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> BegunAsync(this PortalHost portal, PartnershipTerms? terms = null, string guide = "coach", string learner = "employee", string goals = "", bool again = false)
    {
        var (guideId, learnerId) = (await portal.PersonIdAsync(guide), await portal.PersonIdAsync(learner));
        if (!again)
        {
            await portal.ReadAsync(db => db.Partnerships.Where(row => row.GuideId == guideId && row.LearnerId == learnerId).ExecuteDeleteAsync());
        }

        return await portal.DoAsync(null, async services =>
        {
            var texts = services.GetRequiredService<IConfidentialTexts>();
            var goalsId = goals.Length > 0 ? await texts.KeepAsync(goals, [learnerId]) : null;
            var id = await services.GetRequiredService<IPartnerships>().BeginAsync(
                new PartnershipProposal(PartnershipsPortal.Kind, guideId, learnerId, terms ?? Terms) { GoalsId = goalsId, ThemeIds = ["theme-change"] });
            // The partnership has a copy of its own.
            await texts.DeleteAsync([.. new[] { goalsId }.OfType<string>()]);
            return id;
        });
    }

    /// <summary>Begins a partnership that both have signed.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> ActiveAsync(this PortalHost portal, PartnershipTerms? terms = null, string guide = "coach", string learner = "employee", string goals = "")
    {
        var id = await portal.BegunAsync((terms ?? Terms) with { HasChemistryMeeting = false, ManagerSigns = false }, guide, learner, goals);
        foreach (var person in new[] { guide, learner })
        {
            (await portal.DoAsync(person, async services => await services.GetRequiredService<Agreements>().SignAsync((await services.GetRequiredService<OwnPartnerships>().TakeAsync(id, default))!, default))).ShouldBeTrue();
        }

        return id;
    }

    /// <summary>Ends a partnership, as its programme does.</summary>
    public static Task EndedAsync(this PortalHost portal, string id, PartnershipEnd end = PartnershipEnd.Completed) =>
        portal.DoAsync(null, services => services.GetRequiredService<IPartnerships>().EndAsync(id, end));

    /// <summary>Opens a page, fills the form that has a button, and presses it.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this HttpClient client, string url, string button, params (string, string?)[] values) =>
        await client.SubmitAsync((await client.GetPageAsync(url)).FormWith(button), button, values, []);

    /// <summary>The form was refused with a message, and the page is shown again.</summary>
    public static async Task<IHtmlDocument> ShouldRefuseAsync(this HttpResponseMessage answer, string message)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.ReadPageAsync();
        page.Errors().ShouldContain(message);
        return page;
    }

    public static void ShouldLeadTo(this HttpResponseMessage answer, string url)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(url);
    }

    /// <summary>A page is there for nobody but the two: not for their manager, not for HR, not for an administrator, and strangers are asked to sign in.</summary>
    public static async Task ShouldBeHiddenAsync(this PortalHost portal, string url)
    {
        foreach (var person in new[] { "manager", "hr", "administrator" })
        {
            using var client = await portal.SignedInAsAsync(person);
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, person);
        }

        using var stranger = portal.SignedOut();
        using var asked = await stranger.GetAsync(url);
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        asked.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    public static (string, string?)[] Date(DateOnly day) => [("Day.Day", $"{day.Day}"), ("Day.Month", $"{day.Month}"), ("Day.Year", $"{day.Year}")];

    /// <summary>Records a meeting on its page.</summary>
    public static Task<HttpResponseMessage> RecordAsync(this HttpClient client, string id, DateOnly day, string minutes) =>
        client.PressAsync($"/partnerships/{id}/meetings/new/record", "Record", [.. Date(day), ("Minutes", minutes)]);

    public static Task<PartnershipRow> PartnershipAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.Partnerships.AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>The events of a partnership in the audit, the oldest first.</summary>
    public static Task<List<string>> PartnershipAuditAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id && row.SubjectKind == "Partnership").OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    /// <summary>What somebody was told, the newest first.</summary>
    public static async Task<List<string>> ToldAsync(this PortalHost portal, string userName)
    {
        var id = await portal.PersonIdAsync(userName);
        return await portal.ReadAsync(db => db.Set<LearningDev.Platform.Notifications.PersonNotification>().Where(row => row.PersonId == id && row.Kind.StartsWith("partnership"))
            .OrderByDescending(row => row.CreatedUtc).ThenByDescending(row => row.Id).Select(row => row.Subject + " / " + row.Summary).ToListAsync());
    }

    public static Task SetPersonAsync(this PortalHost portal, string userName, Action<Person> change) => portal.ReadAsync(async db =>
    {
        change(await db.Users.SingleAsync(row => row.UserName == userName));
        return await db.SaveChangesAsync();
    });
}
