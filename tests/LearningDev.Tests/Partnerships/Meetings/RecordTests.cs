using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Together;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Meetings;


[Requirement("COA-02")]
public class RecordTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private static DateOnly Today => PartnershipsPages.Today;

    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}/meetings/new/record");

    [Theory]
    [InlineData(1, "60", "Day must be today or in the past")]
    [InlineData(0, "481", "Minutes must be a whole number from 1 to 480")]
    [InlineData(0, "", "Minutes must be a whole number from 1 to 480")]
    public async Task Post_AgainstTheRules_ShowsErrorAndCountsNothing(int days, string minutes, string message)
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.RecordAsync(id, Today.AddDays(days), minutes);

        await answer.ShouldRefuseAsync(message);
        (await portal.PartnershipAsync(id)).Minutes.ShouldBe(0);
    }

    [Fact]
    public async Task Post_Meeting_CountsAndWarnsBeyondTheHours()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { MostHours = 1.5m });
        using var client = await portal.SignedInAsAsync("coach");
        using var first = await client.RecordAsync(id, Today.AddDays(-1), "60");
        first.ShouldLeadTo($"/partnerships/{id}");
        (await client.GetPageAsync($"/partnerships/{id}/meetings/new/record")).MainText().ShouldContain("30 minutes are left of what you agreed on");
        using var second = await client.RecordAsync(id, Today, "45");
        var page = await client.GetPageAsync($"/partnerships/{id}");

        page.Banner().ShouldBe("It is recorded. That is 15 minutes more than you agreed on");
        page.MainText().ShouldContain("You have met 15 minutes more than you agreed on.");
        var row = await portal.PartnershipAsync(id);
        (row.Minutes, row.Meetings, row.LastHeldOn).ShouldBe((105, 2, Today));
        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipMeetingHeld)).ShouldBe(2);
    }

    [Fact]
    public async Task Post_Twice_CountsOnce()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/meetings/new/record")).FormWith("Record");
        var answers = await Task.WhenAll(client.SubmitAsync(form), client.SubmitAsync(form), client.SubmitAsync(form));

        answers.ShouldAllBe(answer => (int)answer.StatusCode == 302);
        (await portal.PartnershipAsync(id)).Minutes.ShouldBe(60);
    }

    [Fact]
    public async Task Post_PlannedAndThenCorrected_CountsAsCorrected()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var planned = await client.PressAsync($"/partnerships/{id}/meetings/new/plan", "Save", [.. PartnershipsPages.Date(Today), ("Time", "9am")]);
        var meeting = await portal.ReadAsync(db => db.PartnershipMeetings.SingleAsync(row => row.PartnershipId == id));
        var url = $"/partnerships/{id}/meetings/{meeting.Id}/record";
        using var held = await client.PressAsync(url, "Record", ("Minutes", "50"));
        (await portal.PartnershipAsync(id)).Minutes.ShouldBe(50);
        var old = (await client.GetPageAsync(url)).FormWith("Record");
        using var corrected = await client.PressAsync(url, "Record", [.. PartnershipsPages.Date(Today.AddDays(-2)), ("Minutes", "70")]);
        var row = await portal.PartnershipAsync(id);
        (row.Minutes, row.Meetings, row.LastHeldOn).ShouldBe((70, 1, Today.AddDays(-2)));

        using var lost = await client.SubmitAsync(old, ("Minutes", "30"));
        await lost.ShouldRefuseAsync("70 minutes now");
        using var back = await client.PressAsync(url, "It was not held after all");
        row = await portal.PartnershipAsync(id);
        (row.Minutes, row.Meetings, row.LastHeldOn).ShouldBe((0, 0, null));
        (await portal.ReadAsync(db => db.PartnershipMeetings.AsNoTracking().SingleAsync(one => one.Id == meeting.Id))).State.ShouldBe(MeetingState.Cancelled);
    }

    [Fact]
    public async Task Post_AfterAsManyMeetingsAsAgreed_AsksBothToLookBackOnce()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { ReviewAfterMeetings = 2 });
        using var client = await portal.SignedInAsAsync("employee");
        for (var days = 3; days > 0; days--)
        {
            using var held = await client.RecordAsync(id, Today.AddDays(-days), "30");
        }

        (await portal.PartnershipAuditAsync(id)).Count(name => name == nameof(PartnershipReviewAsked)).ShouldBe(1);
        (await portal.ToldAsync("coach")).ShouldContain(line => line.Contains("Half way: is it helping?", StringComparison.Ordinal));
        (await client.GetPageAsync($"/partnerships/{id}")).MainText().ShouldContain("Look back: is it helping?");
    }
}
