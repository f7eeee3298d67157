using System.Net;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Plans.Managing;

[Requirement("MEM-03")]
public class PlansTests(PlansTests.ManagePortal portal) : IClassFixture<PlansTests.ManagePortal>
{
    public sealed class ManagePortal : PlansPortal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.CompletePlanAsync();
        }
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    public async Task Get_NotDemocraticServices_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in (string[])["/members/manage/plans", "/members/manage/plans?handler=Csv", "/members/manage/plans?handler=NeedsCsv"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_DemocraticServices_ShowsWhoIsLateAndWhatIsNeeded()
    {
        var page = await portal.GetDocumentAsync("/members/manage/plans?stage=nonsense", "democratic-services");
        page.MainText().ShouldContain("7 members . 1 of all 7 have completed their plan.");
        page.MainText().ShouldContain("Ruth Callaghan Civic group Complete 1 December 2026 1 December 2027 No");
        page.MainText().ShouldContain("Public speaking General skill 1 1");
        (await portal.GetDocumentAsync("/members/manage/plans?stage=Overdue", "democratic-services")).MainText().ShouldContain("5 members");
        (await portal.GetDocumentAsync("/members/manage/plans?stage=ReviewDue", "democratic-services")).MainText().ShouldContain("No member fits");
    }

    [Theory]
    [InlineData("Csv", "Ruth Callaghan,Civic group,Complete,2026-12-01,2027-12-01")]
    [InlineData("NeedsCsv", "Public speaking,General skill,1,1")]
    public async Task Get_Csv_HasTheRows(string handler, string line)
    {
        using var client = await portal.SignedInAsAsync("democratic-services");
        (await client.GetStringAsync($"/members/manage/plans?handler={handler}")).ShouldContain(line);
    }
}
