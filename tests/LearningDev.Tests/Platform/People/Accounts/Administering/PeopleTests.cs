using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Administering;

[Requirement("ADM-02")]
public class PeopleTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/admin/people";

    [Theory]
    [InlineData("employee")]
    [InlineData("editor")]
    public async Task Get_WithoutThePermission_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Everybody_IsPagedByFamilyName()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync(Url);
        var next = await client.GetPageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        next.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0);
        next.Title!.ShouldContain("page 2 of");
        (await client.GetPageAsync("/admin")).QuerySelector("main a[href='/admin/people']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_Words_FindPeopleWhoHaveLeftToo()
    {
        await portal.AddAsync("people.left", change: row =>
            (row.FamilyName, row.LeavesOn) = ("Quillfeather", DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-2)));
        using var client = await portal.SignedInAsAsync("administrator");

        var row = (await client.GetPageAsync($"{Url}?q=quillf")).QuerySelectorAll("tbody tr").Single();

        row.QuerySelector("a")!.TextContent.ShouldBe("Robin Quillfeather");
        row.QuerySelector(".govuk-tag")!.TextContent.Trim().ShouldBe("Has left");
    }

    [Fact]
    public async Task Get_States_AreTold()
    {
        await portal.AddAsync("people.locked", change: row => row.FamilyName = "Statewood");
        await portal.AddAsync("people.disabled", change: row => (row.FamilyName, row.DisabledUtc) = ("Statewood", portal.Clock.GetUtcNow().UtcDateTime));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "people.locked", "wrong");
        }

        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{Url}?q=statewood");

        page.QuerySelectorAll(".govuk-table .govuk-tag").Select(tag => tag.TextContent.Trim()).ShouldBe(["Disabled", "Locked"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("?q=zzzzzz", "Nobody found")]
    [InlineData("?q=%00%00", "People and accounts")]
    [InlineData("?page=nonsense", "People and accounts")]
    [InlineData("?page=9999", "People and accounts")]
    public async Task Get_AnyWords_ShowAPage(string query, string text)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetPageAsync(Url + query)).QuerySelector("main")!.TextContent.ShouldContain(text);
    }

    [Fact]
    public async Task Get_Page_CostsFewQueriesHoweverManyPeople()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await client.GetPageAsync(Url);
        portal.Queries.Restart();

        await client.GetPageAsync(Url);

        portal.Queries.Count.ShouldBeLessThanOrEqualTo(14, string.Join("\n", portal.Queries.Commands));
    }
}
