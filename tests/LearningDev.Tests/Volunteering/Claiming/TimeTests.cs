using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claiming;

[Requirement("VOL-02")]
public class TimeTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Post_AddAndRemove_ChangesTheRowsWithoutScript()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Rows");
        var url = $"/volunteering/claims/{id}/time";

        using var added = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), "Add another day", VolunteeringPages.Row(0, Today, "2"), []);
        var page = await added.ReadPageAsync();
        page.QuerySelectorAll("input[name$='.Hours']").Length.ShouldBe(2);
        page.QuerySelector("input[name='Rows[0].Hours']")!.GetAttribute("value").ShouldBe("2");
        using var more = await client.SubmitAsync(page.Form(url), "Remove day 1", VolunteeringPages.Row(1, Today.AddDays(-1), "3"), []);
        page = await more.ReadPageAsync();
        page.QuerySelectorAll("input[name$='.Hours']").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("3");
        using var saved = await client.SubmitAsync(page.Form(url), "Save and go on", [], []);

        saved.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/learning");
        (await portal.ClaimAsync(id)).OwnMinutes.ShouldBe(180);
        (await client.GetPageAsync(url)).QuerySelector("input[name='Rows[0].Day.Day']")!.GetAttribute("value").ShouldBe("30");
        (await portal.AuditAsync(id)).ShouldBe([nameof(VolunteeringClaimBegun), nameof(VolunteeringClaimChanged)]);
    }

    [Fact]
    public async Task Post_AgainstTheRules_ShowsErrorBesideTheRow()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Errors");
        using var answer = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(1), "a few"));
        (await answer.ReadPageAsync()).Errors().ShouldContain("Hours must be a number, for example 2.5");
        using var future = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(1), "2"));
        var page = await future.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary a")!.TextContent.ShouldBe("Date must be today or in the past");
        page.QuerySelector(page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!.Replace("[", "\\[").Replace("]", "\\]").Replace(".", "\\.")).ShouldNotBeNull();
        (await portal.ClaimAsync(id)).OwnMinutes.ShouldBe(0);
    }

    [Theory]
    [InlineData("", "", "", "", "Enter at least one day")]
    [InlineData("31", "2", "2026", "2", "Date must be a real date")]
    [InlineData("", "", "", "2", "Enter the date")]
    [InlineData("1", "12", "2026", "", "Enter the hours")]
    [InlineData("1", "12", "2026", "25", "Hours must be more than 0 and no more than 24")]
    public async Task Post_RowIsIncomplete_ShowsError(string day, string month, string year, string hours, string message)
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Incomplete");
        using var answer = await client.StepAsync(id, "time", ("Rows[0].Day.Day", day), ("Rows[0].Day.Month", month), ("Rows[0].Day.Year", year), ("Rows[0].Hours", hours));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).Errors().ShouldContain(message);
    }

    [Fact]
    public async Task Post_DayOfAnotherSentClaim_IsRefused()
    {
        await portal.SentAsync("employee", "First", Today.AddDays(-10), "1", "1");
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Second");
        using var answer = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-10), "1"));
        (await answer.ReadPageAsync()).Errors().ShouldContain("You have already claimed own time of 21 November 2026");
    }

    [Fact]
    public async Task Post_ClaimOfSomebodyElse_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Mine");
        using var stranger = await portal.SignedInAsAsync("manager");
        var own = await stranger.BegunAsync("Own");
        var form = (await stranger.GetPageAsync($"/volunteering/claims/{own}/time")).Form($"/volunteering/claims/{own}/time");
        form.Action = $"/volunteering/claims/{id}/time";
        using var answer = await stranger.SubmitAsync(form, "Save and go on", VolunteeringPages.Row(0, Today, "2"), []);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.ClaimAsync(id)).OwnMinutes.ShouldBe(0);
    }
}
