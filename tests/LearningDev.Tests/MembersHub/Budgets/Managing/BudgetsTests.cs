using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Budgets.Managing;

[Requirement("MEM-04")]
public class BudgetsTests(BudgetsTests.BudgetsPortal portal) : IClassFixture<BudgetsTests.BudgetsPortal>
{
    public sealed class BudgetsPortal : BudgetPortal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.CommitAsync("councillor", "one", 60_000, new LearningDev.MembersHub.Budgets.OverrideGrant("head", "Imogen Fairweather", "Needed"));
        }
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    public async Task Get_NotDemocraticServices_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in (string[])["/members/manage/budgets", "/members/manage/budgets?handler=Csv"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_ThisYear_ShowsAllMembersWithSums()
    {
        var page = await portal.GetDocumentAsync("/members/manage/budgets?year=1999-01-01&p=77", "democratic-services");
        page.MainText().ShouldContain("The whole member training budget Not set Allocated to members £3,249.32 Committed £600.00 Spent £0.00 Allowed over members’ budgets £100.00");
        page.MainText().ShouldContain("Ruth Callaghan £500.00 £600.00 £0.00 £0.00 £100.00");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(7);
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "SensitivePageRead" && row.SubjectKind == "MemberBudgets"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Get_WholeBudgetIsSet_ShowsWhatIsNotAllocated()
    {
        await portal.SetBudgetsAsync(settings => settings.WholeBudget = 10_000);
        (await portal.GetDocumentAsync("/members/manage/budgets", "democratic-services")).MainText().ShouldContain("Not allocated to members £6,750.68");
        await portal.SetBudgetsAsync(_ => { });
    }

    [Fact]
    public async Task Get_Csv_HasEveryMember()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        using var answer = await client.GetAsync("/members/manage/budgets?handler=Csv");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(8);
        lines[^1].ShouldBe("Ruth Callaghan,2026 to 2027,500.00,600.00,0.00,0.00,100.00");
    }
}

/// <summary>The budgets of the whole demonstration council.</summary>
[Collection(MembersCollection.Name)]
[Requirement("MEM-04")]
public class ManyBudgetsTests(MembersPortal portal)
{
    [Fact]
    public async Task Get_AllMembers_AsksTheDatabaseLessOftenThanThereAreMembers()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        var members = (await client.GetPageAsync("/members/manage/budgets")).QuerySelectorAll("main tbody tr").Length;
        members.ShouldBeGreaterThan(15);
        (await portal.QueriesOfAsync(client, "/members/manage/budgets")).ShouldBeLessThan(members);
    }
}
