using System.Net;
using LearningDev.Content.Editing.Scheduling;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Scheduling;

[Requirement("CMS-01")]
public class PlannedTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content/planned";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Plans_AreListedByTimeAndPaged()
    {
        using var client = await portal.SignedInAsAsync("editor");
        foreach (var number in Enumerable.Range(1, 22))
        {
            await portal.PlanAsync(await portal.DraftAsync("Provider", ItemLives.Provider($"Planned {number}")), PlannedAction.Archive, DateTime.UtcNow.AddDays(number));
        }

        portal.Queries.Restart();
        var page = await client.GetPageAsync(Url);

        portal.Queries.Count.ShouldBeLessThan(15);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        page.QuerySelector("tbody tr")!.TextContent.ShouldContain("Planned 1");
        page.QuerySelector("tbody tr")!.TextContent.ShouldContain("Archive");
        (await client.GetPageAsync($"{Url}?page=2")).QuerySelectorAll("tbody tr").Length.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task Get_WhoMayOnlyWrite_SeesNoWayToChange()
    {
        await portal.LetCoachesWriteAsync();
        var item = await portal.DraftAsync("Provider", ItemLives.Provider("Only to look at"));
        await portal.PlanAsync(item, PlannedAction.Publish, DateTime.UtcNow.AddDays(40));
        using var client = await portal.SignedInAsAsync("coach");

        (await client.GetPageAsync(Url)).QuerySelector("a[href*='/plan/']").ShouldBeNull();
        (await client.GetPageAsync($"/content/{item.ContentItemId}")).QuerySelector("a[href*='/plan/']").ShouldBeNull();
    }
}
