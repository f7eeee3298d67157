using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Versions;

[Requirement("WFL-02")]
public class WorkflowVersionsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("versions-forbidden")}/versions");

    [Fact]
    public Task Get_Unknown_IsNotFound() => portal.IsNotFoundAsync("/workflows/nothing/versions");

    [Fact]
    public async Task Get_Two_ListsTheNewestFirstWithNotesAndCases()
    {
        var url = await portal.DesignedAsync("versions");
        await portal.AskAsync("employee", "Begun on the first");
        var changed = DesignedWorkflow.Type("versions");
        changed["Name"] = "Second name";
        await portal.ImportedAsync(changed);

        var page = await portal.GetDocumentAsync($"{url}/versions", "administrator");

        page.QuerySelectorAll(".app-results__title a").Select(link => link.TextContent).ShouldBe(["Version 2", "Version 1"]);
        page.QuerySelectorAll(".app-results__item")[0].TextContent.ShouldContain("No case is going on with it.");
        page.QuerySelectorAll(".app-results__item")[1].TextContent.ShouldContain("1 case is going on with it.");
        page.MainText().ShouldContain("By the recipe workflows");
    }
}
