using System.Net;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Assigning;

[Requirement("ADM-01")]
public class AssignTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync(await UrlAsync("HR", "employee"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownPerson_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync($"/admin/roles/{await portal.RoleIdAsync("HR")}/people/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WithDays_GivesTheRoleAndIsAudited()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = await UrlAsync("HR", "mei.lin.tan");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), "Give the role",
            [("StartsOn.Day", "29"), ("StartsOn.Month", "2"), ("StartsOn.Year", "2028"), ("EndsOn.Day", "31"), ("EndsOn.Month", "3"), ("EndsOn.Year", "2028"), ("Reason", "Stands in")], []);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var row = await RowAsync("HR", "mei.lin.tan");
        (row!.StartsOn, row.EndsOn, row.Reason).ShouldBe((new DateOnly(2028, 2, 29), new DateOnly(2028, 3, 31), "Stands in"));
        (await portal.LastSummaryAsync("RoleGiven"))!.ShouldEndWith("the role HR");
        (await client.GetPageAsync(url)).QuerySelector("main")!.TextContent.ShouldContain("from 29 February 2028 until 31 March 2028: Stands in");
    }

    [Fact]
    public async Task Post_EndBeforeBeginning_ShowsErrorAndKeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = await UrlAsync("HR", "rajesh.nair");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), "Give the role",
            [("StartsOn.Day", "2"), ("StartsOn.Month", "2"), ("StartsOn.Year", "2027"), ("EndsOn.Day", "1"), ("EndsOn.Month", "2"), ("EndsOn.Year", "2027"), ("Reason", "Because")], []);

        var page = await answer.ReadPageAsync();
        page.QuerySelector("#EndsOn-error")!.TextContent.ShouldContain("Last day must be the same as or after the first day");
        page.QuerySelector("#Reason")!.GetAttribute("value").ShouldBe("Because");
        (await RowAsync("HR", "rajesh.nair")).ShouldBeNull();
    }

    [Fact]
    public async Task Post_TakeFromTheLastAdministrator_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = await UrlAsync(Role.Administrator, "administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), "Take the role away", [], []);

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("This is the last administrator who can sign in");
        (await RowAsync(Role.Administrator, "administrator")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_LastAdministratorOnlyForAWhile_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = await UrlAsync(Role.Administrator, "administrator");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(url)).Form(url), "Save", [("EndsOn.Day", "1"), ("EndsOn.Month", "1"), ("EndsOn.Year", "2090")], []);

        (await answer.ReadPageAsync()).QuerySelector("#EndsOn-error")!.TextContent.ShouldContain("This is the last administrator who can sign in");
        (await RowAsync(Role.Administrator, "administrator"))!.EndsOn.ShouldBeNull();
    }

    [Fact]
    public async Task Post_Take_TakesTheRoleOnce()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = await UrlAsync("Editor", "leila.haddad");
        var page = await client.GetPageAsync(url);

        (await client.SubmitAsync(page.Form(url), "Take the role away", [], [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SubmitAsync(page.Form(url), "Take the role away", [], [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await RowAsync("Editor", "leila.haddad")).ShouldBeNull();
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Event == "RoleTaken"))).ShouldBe(1);
    }

    private async Task<string> UrlAsync(string role, string userName) => $"/admin/roles/{await portal.RoleIdAsync(role)}/people/{await portal.PersonIdAsync(userName)}";

    private Task<LearningDev.Platform.Permissions.Effective.RoleAssignment?> RowAsync(string role, string userName) => portal.ReadAsync(async db =>
    {
        var (roleId, personId) = ((await db.RoleAsync(role)).Id, (await db.PersonAsync(userName)).Id);
        return await db.UserRoles.SingleOrDefaultAsync(row => row.RoleId == roleId && row.UserId == personId);
    });
}
