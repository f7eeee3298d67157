using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Creating;

[Requirement("CMS-01")]
public class ChooseTypeTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await shared.Host.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/new");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Editor_OffersEveryTypeAndEachLeadsToItsForm()
    {
        using var client = await shared.Host.SignedInAsAsync("editor");
        var page = await client.GetPageAsync("/content/new");

        var addresses = page.QuerySelectorAll(".app-card__link").Select(link => link.GetAttribute("href")!).ToList();

        addresses.Count.ShouldBeGreaterThan(8);
        foreach (var address in addresses)
        {
            (await client.GetPageAsync(address)).QuerySelector("form[method=post]").ShouldNotBeNull(address);
        }
    }
}
