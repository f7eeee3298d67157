using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Meetings;


[Requirement("COA-02")]
public class MeetingsTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    private static DateOnly Today => PartnershipsPages.Today;

    [Fact]
    public async Task Get_ForAnybodyElse_IsNotThere() => await portal.ShouldBeHiddenAsync($"/partnerships/{await portal.ActiveAsync()}/meetings");

    [Fact]
    public async Task Get_NoneOrSome_ListsThemWithWhatCanBeDone()
    {
        var id = await portal.ActiveAsync(PartnershipsPages.Terms with { MostHours = 3 });
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetPageAsync($"/partnerships/{id}/meetings")).MainText().ShouldContain("You have not planned or recorded a walk yet");
        using var held = await client.RecordAsync(id, Today.AddDays(-1), "90");
        using var planned = await client.PressAsync($"/partnerships/{id}/meetings/new/plan", "Save", [.. PartnershipsPages.Date(Today.AddDays(1)), ("Time", "9am"), ("Place", "By the river")]);
        var page = await client.GetPageAsync($"/partnerships/{id}/meetings");

        page.MainText().ShouldContain("1 hour 30 minutes so far, of 3 hours agreed.");
        page.MainText().ShouldContain("2 December 2026 at 9am 60 In person, By the river Planned");
        page.MainText().ShouldContain("30 November 2026 90 In person Held");
        page.QuerySelectorAll("tbody a").Select(link => link.TextContent).ShouldBe(["Change the plan of 2 December 2026 at 9am", "Correct the meeting of 30 November 2026"]);
    }
}
