using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Tests.Catalogue.Saving;
using Microsoft.EntityFrameworkCore;
using LearningDev.MembersHub.Elections;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Elections;

[Collection(MembersCollection.Name)]
[Requirement("MEM-02")]
public class ElectionsTests(MembersPortal portal)
{
    private const string Url = "/members/manage/election";

    [Fact]
    public async Task Get_NoResultYet_ProposesTheElectionOfTheSettings()
    {
        var page = await portal.GetDocumentAsync(Url, MemberPages.Officer);
        page.QuerySelector("[name='Day.Year']")!.GetAttribute("value").ShouldBe("2023");
    }

    [Fact]
    public async Task Post_Day_BeginsOneResultForIt()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var none = await client.SendAsync(Url, "Go on", MemberPages.Date("Day", null));
        (await none.ReadPageAsync()).ErrorText().ShouldContain("Enter the day of the election");
        using var far = await client.SendAsync(Url, "Go on", MemberPages.Date("Day", new DateOnly(2040, 5, 3)));
        (await far.ReadPageAsync()).ErrorText().ShouldContain("in the last ten years or the next two");
        using var begun = await client.SendAsync(Url, "Go on", MemberPages.Date("Day", new DateOnly(2027, 5, 6)));
        using var again = await client.SendAsync(Url, "Go on", MemberPages.Date("Day", new DateOnly(2027, 5, 6)));
        again.Headers.Location.ShouldBe(begun.Headers.Location);
        (await portal.ReadAsync(db => db.Elections.CountAsync(row => row.Day == new DateOnly(2027, 5, 6)))).ShouldBe(1);
        (await client.GetPageAsync(Url)).Words().ShouldContain("6 May 2027 Being entered");
    }
}
