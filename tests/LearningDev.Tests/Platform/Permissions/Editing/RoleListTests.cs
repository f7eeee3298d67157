using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Editing;

[Requirement("ADM-01")]
public class RoleListTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync("/admin/roles")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Administrator_ListsEveryRoleWithItsPeople()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await client.GetPageAsync("/admin/roles");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows.ShouldContain(row => row.Contains("Everyone who works for the council"));
        rows.ShouldContain(row => row.Contains("Administrator"));
        page.QuerySelector("a[href='/admin/roles/new']").ShouldNotBeNull();
    }
}
