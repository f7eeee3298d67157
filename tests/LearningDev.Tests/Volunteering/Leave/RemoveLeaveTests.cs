using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Leave;

[Requirement("VOL-02")]
public class RemoveLeaveTests(VolunteeringPortal portal) : IClassFixture<VolunteeringPortal>
{
    private static DateOnly Today => VolunteeringPages.Today;

    [Fact]
    public async Task Post_WithReason_FreesTheHoursAndKeepsTheHistory()
    {
        var id = await portal.AgreedAsync("Removed", Today.AddDays(-1), "2", "2");
        using var client = await portal.SignedInAsAsync("employee");
        using var recorded = await client.RecordAsync(id, Today, "2");
        var url = $"/volunteering/claims/{id}/taken/{(await portal.LeaveOfAsync(id)).ShouldHaveSingleItem().Id}";

        using var without = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", " "));
        (await without.ReadPageAsync()).Errors().ShouldContain("Enter why");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", "I was ill"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/volunteering/claims/{id}");
        (await portal.LeaveOfAsync(id)).ShouldHaveSingleItem().State.ShouldBe(LeaveState.Removed);
        (await portal.AuditAsync(id))[^1].ShouldBe(nameof(VolunteeringLeaveRemoved));
        (await client.GetPageAsync($"/volunteering/claims/{id}")).MainText().ShouldContain("Removed by Sam Whitfield: I was ill");
        using var again = await client.RecordAsync(id, Today, "2");
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var gone = await client.GetAsync(url);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_SomebodyElsesOrNothing_IsNotFound()
    {
        var id = await portal.AgreedAsync("Not yours", Today.AddDays(-2), "2", "2");
        using var client = await portal.SignedInAsAsync("employee");
        using var recorded = await client.RecordAsync(id, Today, "1");
        var day = (await portal.LeaveOfAsync(id)).ShouldHaveSingleItem().Id;
        using var stranger = await portal.SignedInAsAsync("coach");
        using var answer = await stranger.GetAsync($"/volunteering/claims/{id}/taken/{day}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nothing = await client.GetAsync($"/volunteering/claims/{id}/taken/nothing");
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_ReasonTooLong_ShowsError()
    {
        var id = await portal.AgreedAsync("Long", Today.AddDays(-3), "2", "2");
        using var client = await portal.SignedInAsAsync("employee");
        using var recorded = await client.RecordAsync(id, Today.AddDays(-1), "1");
        var url = $"/volunteering/claims/{id}/taken/{(await portal.LeaveOfAsync(id)).ShouldHaveSingleItem().Id}";
        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Reason", new string('r', 501)));
        (await answer.ReadPageAsync()).Errors().ShouldContain("Why must be 500 characters or less");
    }
}
