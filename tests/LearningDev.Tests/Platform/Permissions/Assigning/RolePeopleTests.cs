using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Assigning;

[Requirement("ADM-01")]
public class RolePeopleTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync($"/admin/roles/{await portal.RoleIdAsync("HR")}/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownRole_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync("/admin/roles/none/people")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Search_FindsPeopleToGiveTheRoleTo()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = $"/admin/roles/{await portal.RoleIdAsync("HR")}/people";

        var page = await client.GetPageAsync($"{url}?q=helen");

        page.QuerySelector($"a[href='{url}/{await portal.PersonIdAsync("helen.okafor")}']").ShouldNotBeNull();
        (await client.GetPageAsync($"{url}?q=zzzz")).QuerySelector("main")!.TextContent.ShouldContain("Nobody found");
    }

    [Fact]
    public async Task Get_ManyPeople_ArePaged()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = $"/admin/roles/{await portal.RoleIdAsync("Employee")}/people";

        var page = await client.GetPageAsync($"{url}?page=2");

        page.QuerySelector(".govuk-pagination").ShouldNotBeNull();
        page.QuerySelectorAll("tbody tr").Length.ShouldBeInRange(1, 20);
        (await client.GetPageAsync($"{url}?page=999999999999")).QuerySelectorAll("tbody tr").ShouldNotBeEmpty();
    }
}
