using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Explaining;

[Requirement("ADM-01")]
public class PermissionHoldersTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync("/admin/access/permissions/ViewAudit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownPermission_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync("/admin/access/permissions/DoMagic")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ViewAudit_ListsWhoHasIt()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await client.GetPageAsync("/admin/access/permissions/viewaudit");

        page.QuerySelector("main")!.TextContent.ShouldContain("One person today");
        page.QuerySelector($"a[href='/admin/access/{await portal.PersonIdAsync("administrator")}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_ViewCatalogue_IsPaged()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetPageAsync("/admin/access/permissions/ViewCatalogue?page=2")).QuerySelector(".govuk-pagination").ShouldNotBeNull();
    }
}
