using System.Net;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Editing;

[Requirement("ADM-01")]
public class RemoveRoleTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync($"/admin/roles/{await portal.RoleIdAsync("HR")}/remove")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_AdministratorsOrUnknown_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync($"/admin/roles/{await portal.RoleIdAsync(Role.Administrator)}/remove")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/admin/roles/none/remove")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_RoleWithPeople_IsRemovedAndAudited()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = $"/admin/roles/{await portal.RoleIdAsync("Coach")}/remove";
        var page = await client.GetPageAsync(url);
        page.QuerySelector("main")!.TextContent.ShouldContain("people have it today");

        using var answer = await client.SubmitAsync(page.Form(url));

        answer.Headers.Location!.OriginalString.ShouldBe("/admin/roles");
        (await portal.ReadAsync(db => db.Roles.AnyAsync(role => role.Name == "Coach"))).ShouldBeFalse();
        (await portal.LastSummaryAsync("RoleRemoved"))!.ShouldStartWith("Removed the role Coach, which");
        (await client.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
