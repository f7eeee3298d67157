using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Editing;

[Requirement("ADM-01")]
public class NewRoleTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/admin/roles/new";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync(Url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("", "Enter a name")]
    [InlineData("hr", "There is a role of this name already")]
    public async Task Post_WrongName_ShowsErrorAndKeepsTheRest(string name, string error)
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Name", name), ("Description", "People who mind"));

        var page = await answer.ReadPageAsync();
        page.QuerySelector("#Name-error")!.TextContent.ShouldContain(error);
        page.QuerySelector("#Description")!.GetAttribute("value").ShouldBe("People who mind");
    }

    [Fact]
    public async Task Post_NewName_AddsTheRoleAndGoesOnToIt()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Name", " Budget holder "), ("Description", "Looks after a budget"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe($"/admin/roles/{await portal.RoleIdAsync("Budget holder")}");
        (await portal.LastSummaryAsync("RoleChanged")).ShouldBe("Added the role Budget holder");
        (await portal.ReadAsync(db => db.Roles.Where(role => role.Name == "Budget holder").Select(role => role.Description).SingleAsync())).ShouldBe("Looks after a budget");
    }
}
