using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Versions;

[Requirement("WFL-02")]
public class WorkflowVersionViewTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("version-forbidden")}/versions/1");

    [Fact]
    public async Task Get_UnknownNumber_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("version-unknown")}/versions/2", "/workflows/nothing/versions/1");

    [Fact]
    public async Task Get_Version_ShowsItsStepsAndDiagram()
    {
        var url = await portal.DesignedAsync("version");
        await portal.ChangeDraftAsync("version", definition => definition.Find("yes")!.Title = "Not published");

        var page = await portal.GetDocumentAsync($"{url}/versions/1", "administrator");

        page.QuerySelectorAll(".app-step").Length.ShouldBe(4);
        page.MainText().ShouldContain("All is well");
        page.MainText().ShouldNotContain("Not published");
        page.QuerySelector("svg.app-diagram").ShouldNotBeNull();
        page.QuerySelector("main form").ShouldBeNull();
    }
}
