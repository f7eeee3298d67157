using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Leave;

[Requirement("VOL-02")]
public class ClaimTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Post_LeaveTaken_IsRecordedUntilAllIsTaken()
    {
        var id = await portal.AgreedAsync("Taken", Today.AddDays(-1), "3", "3");
        using var client = await portal.SignedInAsAsync("employee");

        using var part = await client.RecordAsync(id, Today, "2");
        part.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}");
        var page = await client.GetPageAsync($"/volunteering/claims/{id}");
        page.Banner().ShouldBe("The leave is recorded");
        page.MainText().ShouldContain("Taken, recorded by Sam Whitfield");
        using var tooMuch = await client.RecordAsync(id, Today.AddDays(-1), "2");
        (await tooMuch.ReadPageAsync()).Errors().ShouldContain("Hours must be 1 or less: no more was agreed");
        using var rest = await client.RecordAsync(id, Today.AddDays(-1), "1");

        (await portal.LeaveOfAsync(id)).Sum(day => day.Minutes).ShouldBe(180);
        (await client.GetPageAsync($"/volunteering/claims/{id}")).MainText().ShouldNotContain("Record leave that was taken");
        (await portal.AuditAsync(id)).Count(name => name == nameof(VolunteeringLeaveTaken)).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "", "", "1", "Enter the day")]
    [InlineData("31", "2", "2026", "1", "Day must be a real date")]
    [InlineData("2", "12", "2026", "1", "Date must be today or in the past: record leave when it is taken")]
    [InlineData("29", "11", "2026", "1", "29 November 2026 is not a working day")]
    [InlineData("1", "12", "2026", "", "Enter the hours")]
    [InlineData("1", "12", "2026", "all", "Hours must be a number, for example 7.4")]
    public async Task Post_AgainstTheRules_ShowsErrorAndRecordsNothing(string day, string month, string year, string hours, string message)
    {
        var (id, client) = (await AgreedOnceAsync(), await portal.SignedInAsAsync("employee"));
        using var _ = client;
        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync($"/volunteering/claims/{id}")).FormWith("Record"), ("Day.Day", day), ("Day.Month", month), ("Day.Year", year), ("Hours", hours));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).Errors().ShouldContain(message);
        (await portal.LeaveOfAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_ByHr_IsRecordedInTheirName()
    {
        var id = await portal.AgreedAsync("By HR", Today.AddDays(-12), "1", "1");
        using var client = await portal.SignedInAsAsync("hr");
        using var answer = await client.RecordAsync(id, Today.AddDays(-1), "1");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.LeaveOfAsync(id)).ShouldHaveSingleItem().ChangedByName.ShouldBe("Denise Achebe");
        (await portal.ReadAsync(db => Task.FromResult(db.AuditEntries.Count(row => row.Event == "SensitivePageRead" && row.SubjectName == "Sam Whitfield")))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Get_ClaimOfSomebodyElse_IsNotFoundButForHr()
    {
        var id = await AgreedOnceAsync();
        foreach (var (person, status) in new[] { ("manager", HttpStatusCode.NotFound), ("editor", HttpStatusCode.NotFound), ("hr", HttpStatusCode.OK) })
        {
            using var client = await portal.SignedInAsAsync(person);
            using var answer = await client.GetAsync($"/volunteering/claims/{id}");
            answer.StatusCode.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Post_PlannedDayHasCome_IsRecordedByOneButton()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Planned");
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-15), "2"));
        using var learning = await client.StepAsync(id, "learning", ("VolunteeringClaim.Skills", "vol-skill-teamwork"), ("VolunteeringClaim.Reflection", "Much."));
        var url = $"/volunteering/claims/{id}/leave";
        using var added = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), "Add another day", [("Hours", "2")], []);
        using var saved = await client.SubmitAsync((await added.ReadPageAsync()).Form(url), "Save and go on", VolunteeringPages.Row(0, Today, "2"), []);
        using var sent = await client.SendAsync(id);
        await LearningDev.Tests.Workflows.WorkflowPortal.RunWorkAsync(portal);
        await portal.DecidedAsync(id, "Approve");

        var page = await client.GetPageAsync($"/volunteering/claims/{id}");
        page.MainText().ShouldContain("Planned");
        using var answer = await client.SubmitAsync(page.FormWith("Record as taken, 1 December 2026"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.LeaveOfAsync(id)).ShouldHaveSingleItem().State.ShouldBe(LeaveState.Taken);
    }

    private async Task<string> AgreedOnceAsync() =>
        await portal.ReadAsync(db => db.VolunteeringClaims.Where(row => row.Organisation == "Once").Select(row => row.Id).FirstOrDefaultAsync()) is { } id ? id
            : await portal.AgreedAsync("Once", Today.AddDays(-20), "1", "1");
}
