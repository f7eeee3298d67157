using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claiming;

[Requirement("VOL-02")]
public class WantedLeaveTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Get_OwnTime_OffersWhatItBrings()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Offer");
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-2), "3.5"));
        var page = await client.GetPageAsync($"/volunteering/claims/{id}/leave");
        page.MainText().ShouldContain("Your own time of 3.5 hours brings up to 3.5 hours of leave, which you take by 31 March 2027");
        page.QuerySelector("input[name=Hours]")!.GetAttribute("value").ShouldBe("3.5");
    }

    [Theory]
    [InlineData("", "Enter the hours of leave")]
    [InlineData("many", "Hours of leave must be a number, for example 7.4")]
    [InlineData("0", "Hours of leave must be more than 0")]
    [InlineData("3", "Hours of leave must be 2 or less: 2 hours of own time bring no more")]
    public async Task Post_AgainstTheRules_ShowsError(string hours, string message)
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Wrong");
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-3), "2"));
        using var answer = await client.StepAsync(id, "leave", ("Hours", hours));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).Errors().ShouldContain(message);
        (await portal.ClaimAsync(id)).LeaveMinutes.ShouldBe(0);
    }

    [Fact]
    public async Task Post_ClaimOverBalance_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var first = await client.WrittenAsync("First", Today.AddDays(-4), "12", "12");
        using var sent = await client.SendAsync(first);
        var id = await client.BegunAsync("Second");
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-5), "12"));
        using var answer = await client.StepAsync(id, "leave", ("Hours", "3"));
        (await answer.ReadPageAsync()).Errors().ShouldContain("Hours of leave must be 2.8 or less: that is what you have left in 2026 to 2027");
        using var rest = await client.StepAsync(id, "leave", ("Hours", "2.8"));
        rest.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/check");
    }

    [Fact]
    public async Task Post_DayIsNoWorkingDay_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Christmas");
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-6), "4"));
        var url = $"/volunteering/claims/{id}/leave";
        using var added = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), "Add another day", [("Hours", "4")], []);
        using var answer = await client.SubmitAsync((await added.ReadPageAsync()).Form(url), "Save and go on", VolunteeringPages.Row(0, new DateOnly(2026, 12, 25), "4"), []);
        (await answer.ReadPageAsync()).Errors().ShouldContain("25 December 2026 is not a working day");
    }

    [Fact]
    public async Task Post_HoursAndDay_ArePlanned()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.BegunAsync("Planned");
        using var time = await client.StepAsync(id, "time", VolunteeringPages.Row(0, Today.AddDays(-7), "4"));
        var url = $"/volunteering/claims/{id}/leave";
        using var added = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), "Add another day", [("Hours", "4")], []);
        using var answer = await client.SubmitAsync((await added.ReadPageAsync()).Form(url), "Save and go on", VolunteeringPages.Row(0, new DateOnly(2026, 12, 14), "4"), []);
        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}/check");
        var row = (await portal.LeaveOfAsync(id)).ShouldHaveSingleItem();
        (row.Day, row.Minutes, row.State).ShouldBe((new DateOnly(2026, 12, 14), 240, LeaveState.Planned));
        (await client.GetPageAsync($"/volunteering/claims/{id}/check")).MainText().ShouldContain("4 hours 14 December 2026: 4 hours");
    }
}
