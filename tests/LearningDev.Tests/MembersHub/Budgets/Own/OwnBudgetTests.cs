using System.Net;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Budgets.Own;

[Requirement("MEM-04")]
public class OwnBudgetTests(BudgetPortal portal) : IClassFixture<BudgetPortal>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/members/budget");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Member_ShowsTheBudgetWithEveryMovement()
    {
        (await portal.GetDocumentAsync("/members/budget", "councillor")).MainText().ShouldContain("Left £500.00 Nothing has happened in this budget yet");
        await portal.CommitAsync("councillor", "one", 12_345);
        var page = await portal.GetDocumentAsync("/members/budget?year=nonsense", "councillor");
        page.MainText().ShouldContain("Allocated £500.00 Committed £123.45 Spent £0.00 Left £376.55");
        page.MainText().ShouldContain("1 December 2026 Committed A course Imogen Fairweather £123.45");
        page.MainText().ShouldContain("Allocation for 2026 to 2027");
    }

    [Fact]
    public async Task Get_NoMember_SaysSo() =>
        (await portal.GetDocumentAsync("/members/budget", "democratic-services")).MainText().ShouldContain("You have no training budget");
}
