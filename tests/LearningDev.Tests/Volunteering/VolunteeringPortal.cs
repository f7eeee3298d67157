using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Volunteering.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Volunteering;

/// <summary>The demonstration council without its claims, on Tuesday 1 December 2026, in the leave year 2026 to 2027.</summary>
public class VolunteeringPortal : PortalHost
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Advance(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero) - Clock.GetUtcNow());
        await this.ReadAsync(db => db.VolunteeringClaims.ExecuteDeleteAsync());
    }
}

/// <summary>Does with claims what people do on their pages, and looks into the database afterwards.</summary>
internal static class VolunteeringPages
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    public static (string, string?)[] Row(int number, DateOnly day, string hours) =>
        [.. Date($"Rows[{number}].Day", day), ($"Rows[{number}].Hours", hours)];

    public static (string, string?)[] Date(string name, DateOnly day) => [($"{name}.Day", $"{day.Day}"), ($"{name}.Month", $"{day.Month}"), ($"{name}.Year", $"{day.Year}")];

    /// <summary>Begins a claim by its first page.</summary>
    /// <returns>The claim's id.</returns>
    public static async Task<string> BegunAsync(this HttpClient client, string organisation)
    {
        const string url = "/volunteering/claims/new/about";
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), ("VolunteeringClaim.Organisation", organisation), ("VolunteeringClaim.Activity", "We packed parcels."));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString.Split('/')[3];
    }

    /// <summary>Sends a step of a claim.</summary>
    public static async Task<HttpResponseMessage> StepAsync(this HttpClient client, string id, string step, params (string, string?)[] values)
    {
        var url = $"/volunteering/claims/{id}/{step}";
        return await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), "Save and go on", values, []);
    }

    /// <summary>Writes a claim with one day of own time, page by page.</summary>
    /// <returns>The claim's id.</returns>
    public static async Task<string> WrittenAsync(this HttpClient client, string organisation, DateOnly day, string hours, string leave)
    {
        var id = await client.BegunAsync(organisation);
        using var time = await client.StepAsync(id, "time", Row(0, day, hours));
        time.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/learning");
        using var learning = await client.StepAsync(id, "learning", ("VolunteeringClaim.Skills", "vol-skill-teamwork"), ("VolunteeringClaim.Reflection", "A list saves an hour."));
        learning.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/leave");
        using var wanted = await client.StepAsync(id, "leave", ("Hours", leave));
        wanted.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/check");
        return id;
    }

    /// <summary>Presses the button that sends a claim.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string id) =>
        await client.SubmitAsync((await client.GetPageAsync($"/volunteering/claims/{id}/check")).Form($"/volunteering/claims/{id}/check"));

    /// <summary>Has somebody write and send a claim, whose case is started.</summary>
    /// <returns>The claim's id.</returns>
    public static async Task<string> SentAsync(this PortalHost portal, string userName, string organisation, DateOnly day, string hours, string leave)
    {
        using var client = await portal.SignedInAsAsync(userName);
        var id = await client.WrittenAsync(organisation, day, hours, leave);
        using var answer = await client.SendAsync(id);
        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}");
        await portal.RunWorkAsync();
        return id;
    }

    /// <summary>Has somebody send a claim that the manager agrees.</summary>
    /// <returns>The claim's id.</returns>
    public static async Task<string> AgreedAsync(this PortalHost portal, string organisation, DateOnly day, string hours, string leave)
    {
        var id = await portal.SentAsync("employee", organisation, day, hours, leave);
        await portal.DecidedAsync(id, "Approve");
        (await portal.ClaimAsync(id)).State.ShouldBe(ClaimState.Agreed);
        return id;
    }

    /// <summary>Has the manager decide about a claim.</summary>
    public static async Task DecidedAsync(this PortalHost portal, string id, string button, string comment = "") =>
        (await portal.DecideAsync("manager", (await portal.OpenTasksAsync((await portal.ClaimAsync(id)).CaseId!)).ShouldHaveSingleItem().Id, button, comment))
        .ShouldBe(LearningDev.Workflows.Tasks.Deciding.DecisionOutcome.Taken);

    public static Task<ClaimRow> ClaimAsync(this PortalHost portal, string id) => portal.ReadAsync(db => db.VolunteeringClaims.AsNoTracking().SingleAsync(row => row.Id == id));

    public static Task<List<LeaveRow>> LeaveOfAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.VolunteeringLeave.AsNoTracking().Where(row => row.ClaimId == id).OrderBy(row => row.Day).ToListAsync());

    /// <summary>Records leave on the page of a claim.</summary>
    public static async Task<HttpResponseMessage> RecordAsync(this HttpClient client, string id, DateOnly day, string hours) =>
        await client.SubmitAsync((await client.GetPageAsync($"/volunteering/claims/{id}")).FormWith("Record"), [.. Date("Day", day), ("Hours", hours)]);

    /// <summary>Sets the council's rules; what is not said is as shipped.</summary>
    public static async Task SetRulesAsync(this PortalHost portal, string json)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync("VolunteeringSettings", json);
    }

    /// <summary>The events of a claim in the audit, the oldest first.</summary>
    public static Task<List<string>> AuditAsync(this PortalHost portal, string id) =>
        portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id && row.SubjectKind == "VolunteeringClaim" && !row.Event.StartsWith("Content")).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    public static string Errors(this IHtmlDocument page) => page.QuerySelector(".govuk-error-summary")?.TextContent ?? "";

    public static string MainText(this IHtmlDocument page) => string.Join(
        ' ', page.QuerySelector("main")!.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
