using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Plans.Goals;

[Requirement("MEM-03")]
public class GoalsTests(PlansPortal portal) : IClassFixture<PlansPortal>
{
    [Fact]
    public async Task Post_Empty_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GoalsAsync("");
        (await answer.ReadPageAsync()).Errors().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Post_Goals_SavesThemAndGoesOn()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GoalsAsync("Lead scrutiny of housing.");
        answer.Headers.Location!.OriginalString.ShouldBe("/members/plan/reviewer");
        (await client.GetPageAsync("/members/plan")).MainText().ShouldContain("What do you want to be able to do? Lead scrutiny of housing.");
        (await client.GetPageAsync("/members/plan/goals")).QuerySelector("textarea")!.TextContent.ShouldContain("Lead scrutiny of housing.");
    }
}
