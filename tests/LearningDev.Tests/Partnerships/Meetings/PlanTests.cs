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
public class PlanTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private static DateOnly Today => PartnershipsPages.Today;

    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}/meetings/new/plan");

    [Fact]
    public async Task Get_NoSuchMeeting_IsNotFoundAndSigningLeadsBack()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var none = await client.GetAsync($"/partnerships/{await portal.ActiveAsync()}/meetings/none/plan");
        none.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        var id = await portal.BegunAsync();
        using var early = await client.GetAsync($"/partnerships/{id}/meetings/new/plan");
        early.ShouldLeadTo($"/partnerships/{id}");
    }

    [Theory]
    [InlineData("", "9am", "60", "Enter the day")]
    [InlineData("30/11/2026", "9am", "60", "Day must be today or in the future")]
    [InlineData("2/12/2026", "soon", "60", "Enter a time, for example 2:30pm")]
    [InlineData("2/12/2026", "9am", "0", "Minutes must be a whole number from 1 to 480")]
    [InlineData("2/12/2026", "9am", "1.5", "Minutes must be a whole number from 1 to 480")]
    public async Task Post_AgainstTheRules_ShowsErrorAndPlansNothing(string day, string time, string minutes, string message)
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var parts = day.Length > 0 ? day.Split('/') : ["", "", ""];
        using var answer = await client.PressAsync(
            $"/partnerships/{id}/meetings/new/plan", "Save", ("Day.Day", parts[0]), ("Day.Month", parts[1]), ("Day.Year", parts[2]), ("Time", time), ("Minutes", minutes));

        await answer.ShouldRefuseAsync(message);
        (await MeetingsAsync(id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2:30pm", 14, 30)]
    [InlineData("14.30", 14, 30)]
    [InlineData("9 am", 9, 0)]
    [InlineData("midday", 12, 0)]
    public async Task Post_Plan_IsKeptAndTheOtherIsToldWithoutThePlace(string time, int hour, int minute)
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.PressAsync(
            $"/partnerships/{id}/meetings/new/plan", "Save", [.. PartnershipsPages.Date(Today.AddDays(2)), ("Time", time), ("Minutes", "45"), ("Kind", "Video"), ("Place", "https://video.example/secret")]);

        answer.ShouldLeadTo($"/partnerships/{id}");
        var meeting = (await MeetingsAsync(id)).ShouldHaveSingleItem();
        (meeting.Day, meeting.Time, meeting.Minutes, meeting.Kind, meeting.State).ShouldBe((Today.AddDays(2), new TimeOnly(hour, minute), 45, MeetingKind.Video, MeetingState.Planned));
        (await portal.PartnershipAuditAsync(id)).ShouldContain(nameof(PartnershipMeetingPlanned));
        var told = await portal.ToldAsync("coach");
        told.ShouldContain(line => line.Contains("a walk is planned for 3 December 2026 at", StringComparison.Ordinal));
        told.ShouldNotContain(line => line.Contains("secret", StringComparison.Ordinal));
        (await portal.GetDocumentAsync($"/partnerships/{id}", "coach")).MainText().ShouldContain("https://video.example/secret");
    }

    [Fact]
    public async Task Post_Twice_PlansOnce()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync($"/partnerships/{id}/meetings/new/plan")).FormWith("Save");
        (string, string?)[] values = [.. PartnershipsPages.Date(Today.AddDays(2)), ("Time", "9am")];
        var answers = await Task.WhenAll(client.SubmitAsync(form, values), client.SubmitAsync(form, values));

        answers.ShouldAllBe(answer => (int)answer.StatusCode == 302);
        (await MeetingsAsync(id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Post_OtherHasMovedIt_IsToldAndCanSaveAgain()
    {
        var id = await portal.ActiveAsync();
        using var learner = await portal.SignedInAsAsync("employee");
        using var guide = await portal.SignedInAsAsync("coach");
        using var planned = await learner.PressAsync($"/partnerships/{id}/meetings/new/plan", "Save", [.. PartnershipsPages.Date(Today.AddDays(2)), ("Time", "9am")]);
        var url = $"/partnerships/{id}/meetings/{(await MeetingsAsync(id))[0].Id}/plan";
        var form = (await learner.GetPageAsync(url)).FormWith("Save");
        using var moved = await guide.PressAsync(url, "Save", PartnershipsPages.Date(Today.AddDays(3)));
        using var answer = await learner.SubmitAsync(form, PartnershipsPages.Date(Today.AddDays(4)));

        var page = await answer.ShouldRefuseAsync("It says 4 December 2026 at 9am now");
        (await MeetingsAsync(id))[0].Day.ShouldBe(Today.AddDays(3));
        using var again = await learner.SubmitAsync(page.FormWith("Save"));
        (await MeetingsAsync(id))[0].Day.ShouldBe(Today.AddDays(4));
        (await portal.ToldAsync("employee")).ShouldContain(line => line.Contains("is moved or changed: 4 December 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PostCancel_Planned_IsCalledOffAndTold()
    {
        var id = await portal.ActiveAsync();
        using var client = await portal.SignedInAsAsync("employee");
        using var planned = await client.PressAsync($"/partnerships/{id}/meetings/new/plan", "Save", [.. PartnershipsPages.Date(Today.AddDays(2)), ("Time", "9am")]);
        var url = $"/partnerships/{id}/meetings/{(await MeetingsAsync(id))[0].Id}/plan";
        using var answer = await client.PressAsync(url, "Call it off");

        answer.ShouldLeadTo($"/partnerships/{id}");
        (await MeetingsAsync(id))[0].State.ShouldBe(MeetingState.Cancelled);
        (await portal.ToldAsync("coach")).ShouldContain(line => line.Contains("is called off", StringComparison.Ordinal));
        (await portal.PartnershipAuditAsync(id)).ShouldContain(nameof(PartnershipMeetingCancelled));
    }

    private Task<List<MeetingRow>> MeetingsAsync(string id) => portal.ReadAsync(db => db.PartnershipMeetings.AsNoTracking().Where(meeting => meeting.PartnershipId == id).ToListAsync());
}
