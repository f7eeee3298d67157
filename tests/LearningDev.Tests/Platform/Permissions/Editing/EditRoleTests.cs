using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Permissions.Editing;

[Requirement("ADM-01")]
public class EditRoleTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        (await client.GetAsync($"/admin/roles/{await portal.RoleIdAsync("HR")}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownRole_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetAsync("/admin/roles/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Administrators_HasNothingToTick()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await client.GetPageAsync($"/admin/roles/{await portal.RoleIdAsync(Role.Administrator)}");

        page.QuerySelectorAll("input[type=checkbox]").ShouldBeEmpty();
        page.QuerySelector("a[href$='/remove']").ShouldBeNull();
    }

    [Fact]
    public async Task Post_PermissionsAndRules_AreSavedAudited_AndActAtOnce()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var coach = await portal.SignedInAsAsync("coach");
        (await coach.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var url = $"/admin/roles/{await portal.RoleIdAsync("Coach")}";
        var page = await client.GetPageAsync(url);
        Tick(page, "ViewAudit");
        Tick(page, "LineManagers");

        using var answer = await client.SubmitAsync(page.Form(url), ("UnitCode", "RES"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await coach.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.LastSummaryAsync("RoleChanged")).ShouldBe("Changed the role Coach");
        var rules = await portal.ReadAsync(db => db.Set<RoleRule>().Where(rule => db.Roles.Any(role => role.Id == rule.RoleId && role.Name == "Coach")).ToListAsync());
        rules.Select(rule => (rule.Kind, rule.Value)).ShouldBe([(RoleRuleKind.LineManagers, ""), (RoleRuleKind.UnitMembers, "RES")], ignoreOrder: true);
        using var manager = await portal.SignedInAsAsync("manager");
        (await manager.GetAsync("/admin/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_SaysSoAndKeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = $"/admin/roles/{await portal.RoleIdAsync("Councillor")}";
        var (mine, theirs) = (await client.GetPageAsync(url), await client.GetPageAsync(url));
        (await client.SubmitAsync(theirs.Form(url), ("Description", "Theirs"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var answer = await client.SubmitAsync(mine.Form(url), ("Description", "Mine"));

        var page = await answer.ReadPageAsync();
        page.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Somebody else changed this role");
        page.QuerySelector("#Description")!.GetAttribute("value").ShouldBe("Mine");
        (await client.SubmitAsync(page.Form(url))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.Roles.Where(role => role.Name == "Councillor").Select(role => role.Description).SingleAsync())).ShouldBe("Mine");
    }

    [Fact]
    public async Task Post_DescriptionIsTooLong_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        var url = $"/admin/roles/{await portal.RoleIdAsync("HR")}";

        using var answer = await client.SubmitAsync((await client.GetPageAsync(url)).Form(url), ("Description", new string('x', 401)));

        (await answer.ReadPageAsync()).QuerySelector("#Description-error")!.TextContent.ShouldContain("400 characters or fewer");
    }

    private static void Tick(IHtmlDocument page, string value) => ((IHtmlInputElement)page.QuerySelector($"input[type=checkbox][value='{value}']")!).IsChecked = true;
}
