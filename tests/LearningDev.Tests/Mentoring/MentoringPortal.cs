using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Content.Items;
using LearningDev.Mentoring;
using LearningDev.Mentoring.Managing;
using LearningDev.Mentoring.Programmes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Mentoring;

/// <summary>The demonstration council with its three programmes, on Tuesday 1 December 2026 at midday.</summary>
public class MentoringPortal : PortalHost
{
    public const string Cohort = "mentoring-leadership";
    public const string CohortSlug = "leadership-mentoring";
    public const string Open = "mentoring-for-all";
    public const string OpenSlug = "mentoring-for-everybody";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.StopAt(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc));
    }
}

/// <summary>Does with mentoring what people do on their pages, and looks into the database afterwards.</summary>
internal static class MentoringPages
{
    public static string Matching => $"/mentoring/manage/{MentoringPortal.Cohort}/matching";

    /// <summary>Sends the form of a programme.</summary>
    public static async Task<HttpResponseMessage> WriteAsync(this HttpClient client, string slug, string role, params (string, string?)[] values)
    {
        var url = $"/mentoring/programmes/{slug}/join/{role}";
        return await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), "Save and check",
            [.. new (string, string?)[] { ("MentoringProfile.Themes", "theme-confidence"), ("MentoringProfile.About", "I listen well.") }.Where(usual => !values.Any(value => value.Item1 == usual.Item1)), .. values], []);
    }

    /// <summary>Has somebody write and send what they offer or ask for.</summary>
    /// <returns>The id of what they have sent.</returns>
    public static async Task<string> JoinedAsync(this PortalHost portal, string userName, string slug, string role, params (string, string?)[] values)
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var written = await client.WriteAsync(slug, role, values);
        written.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var url = written.Headers.Location!.OriginalString;
        using var sent = await client.SubmitAsync((await client.GetPageAsync(url)).FormWith("Send"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = url.Split('/')[^1];
        (await portal.ProfileAsync(id)).State.ShouldBe(ProfileState.Waiting);
        return id;
    }

    public static Task<ProfileRow> ProfileAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.MentoringProfiles.AsNoTracking().SingleAsync(row => row.Id == id));

    public static async Task<ProfileRow?> ProfileOfAsync(this PortalHost portal, string programmeId, string userName)
    {
        var person = await portal.PersonIdAsync(userName);
        return await portal.ReadAsync(db => db.MentoringProfiles.AsNoTracking().SingleOrDefaultAsync(row => row.ProgrammeId == programmeId && row.PersonId == person));
    }

    /// <summary>Changes the published item of a programme.</summary>
    public static async Task ChangeProgrammeAsync(this PortalHost portal, string id, Action<MentoringProgramme> change)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync(id, VersionChoice.Published))!;
        item.Alter(change);
        await items.PublishAsync(item);
    }

    /// <summary>Presses a button of the page of the matching.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this HttpClient client, string button, string show = "pairs", params (string, string?)[] values) =>
        await client.SubmitAsync((await client.GetPageAsync($"{Matching}?show={show}")).FormWith(button), values);

    /// <summary>Has HR propose a match.</summary>
    public static async Task<RunRow> ProposedAsync(this PortalHost portal)
    {
        using var client = await portal.SignedInAsAsync("hr");
        var page = await client.GetPageAsync(Matching);
        using var answer = await client.SubmitAsync(page.FormWith(page.QuerySelectorAll("button").Any(button => button.TextContent.Trim() == "Propose a match") ? "Propose a match" : "Propose a match again"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await portal.RunAsync();
    }

    /// <summary>The last run of the programme that is matched all at once.</summary>
    public static Task<RunRow> RunAsync(this PortalHost portal) =>
        portal.ReadAsync(db => db.MentoringRuns.AsNoTracking().Where(run => run.ProgrammeId == MentoringPortal.Cohort).OrderByDescending(run => run.Number).FirstAsync());

    public static Task<List<RunPairRow>> PairsOfAsync(this PortalHost portal, string runId) =>
        portal.ReadAsync(db => db.MentoringRunPairs.AsNoTracking().Where(pair => pair.RunId == runId).OrderBy(pair => pair.Position).ToListAsync());

    /// <summary>Has HR send the last run, and another of HR decide about it.</summary>
    public static async Task DecidedAsync(this PortalHost portal, string button, string comment = "")
    {
        using var client = await portal.SignedInAsAsync("hr");
        using var answer = await client.PressAsync("Send to be confirmed");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.RunWorkAsync();
        var task = (await portal.OpenTasksAsync((await portal.RunAsync()).CaseId!)).ShouldHaveSingleItem();
        (await portal.DecideAsync("leila.haddad", task.Id, button, comment)).ShouldBe(DecisionOutcome.Taken);
    }

    /// <summary>The pairs of somebody that go on.</summary>
    public static async Task<IReadOnlyList<PartnershipFacts>> OpenPairsAsync(this PortalHost portal, string userName)
    {
        var id = await portal.PersonIdAsync(userName);
        await using var scope = portal.Scope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IPartnerships>().OfAsync(id, MentoringModule.Kind)).Where(pair => pair.State != PartnershipState.Closed)];
    }

    /// <summary>The subjects of what somebody was told of a kind.</summary>
    public static async Task<List<string>> ToldOfAsync(this PortalHost portal, string userName, string kind)
    {
        var id = await portal.PersonIdAsync(userName);
        return await portal.ReadAsync(db => db.Set<LearningDev.Platform.Notifications.PersonNotification>().Where(row => row.PersonId == id && row.Kind == kind).Select(row => row.Subject).ToListAsync());
    }

    public static Task<List<string>> AuditAsync(this PortalHost portal, string subjectId) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == subjectId && row.Event.Contains("Ment")).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    public static string Errors(this IHtmlDocument page) => page.QuerySelector(".govuk-error-summary")?.TextContent ?? "";

    public static string MainText(this IHtmlDocument page) => string.Join(
        ' ', page.QuerySelector("main")!.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Does something in a transaction of a scope, as the portal.</summary>
    public static async Task DoAsync(this PortalHost portal, Func<IServiceProvider, Task> act)
    {
        await using var scope = portal.Scope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        await act(scope.ServiceProvider);
        await transaction.CommitAsync();
    }
}
