using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Explaining;

[Requirement("ADM-01")]
public class PersonAccessPageTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync($"/admin/access/{await portal.PersonIdAsync("employee")}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownPerson_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync("/admin/access/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Editor_SaysWhatAndWhy()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await client.GetPageAsync($"/admin/access/{await portal.PersonIdAsync("editor")}");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows.ShouldContain(row => row.Contains("Editor") && row.Contains("Given in a file") && row.Contains("Has it"));
        rows.ShouldContain(row => row.Contains("Search the learning catalogue") && row.Contains("Editor, Employee"));
        rows.ShouldNotContain(row => row.Contains("See who changed what and when"));
    }
}
