using System.Net;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Administration;

public class AdministrationTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/admin");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_ShowsALinkWithADescriptionForEachTask()
    {
        var page = await portal.GetDocumentAsync("/admin", "administrator");

        var links = page.QuerySelectorAll(".app-card").Select(card => card.QuerySelector("a")!.GetAttribute("href"));
        links.ShouldContain("/admin/settings");
        links.ShouldContain("/admin/audit");
        links.ShouldContain("/admin/features");
        page.QuerySelectorAll(".app-card__summary").ShouldAllBe(summary => summary.TextContent.Trim().Length > 0);
    }

    [Fact]
    public async Task Menu_Employee_HasNoAdministration()
    {
        var page = await portal.GetDocumentAsync("/profile");

        page.QuerySelector("nav[aria-label=Menu] a[href='/admin']").ShouldBeNull();
    }
}
