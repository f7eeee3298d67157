using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Plans.Reviewer;

[Requirement("MEM-03")]
public class ChooseReviewerTests(PlansPortal portal) : IClassFixture<PlansPortal>
{
    [Fact]
    public async Task Get_Member_OffersOtherMembersAndOfficers()
    {
        var offered = (await portal.GetDocumentAsync("/members/plan/reviewer", "councillor")).QuerySelectorAll("option").Select(option => option.TextContent.Trim()).ToList();
        offered.ShouldContain(one => one.StartsWith("Imogen Fairweather", StringComparison.Ordinal));
        offered.ShouldContain(one => one.StartsWith("Judith Penrose", StringComparison.Ordinal));
        offered.ShouldNotContain(one => one.StartsWith("Ruth Callaghan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_Nobody_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.ReviewerAsync("");
        (await answer.ReadPageAsync()).Errors().ShouldContain("Choose who reads your plan");
    }

    [Fact]
    public async Task Post_Somebody_IsKept()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        var judith = await portal.PersonIdAsync("cllr.judith.penrose");
        using var answer = await client.ReviewerAsync(judith);
        answer.Headers.Location!.OriginalString.ShouldBe("/members/plan");
        (await portal.PlanAsync("councillor")).ReviewerId.ShouldBe(judith);
    }
}
