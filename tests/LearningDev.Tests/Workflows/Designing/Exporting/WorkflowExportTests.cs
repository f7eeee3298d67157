using System.Text.Json.Nodes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Exporting;

[Requirement("WFL-01")]
public class WorkflowExportTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("export-forbidden")}/export");

    [Fact]
    public Task Get_Unknown_IsNotFound() => portal.IsNotFoundAsync("/workflows/nothing/export");

    [Fact]
    public async Task Get_Workflow_IsARecipeThatSaysTheSame()
    {
        var url = await portal.DesignedAsync("export");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync($"{url}/export");

        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("workflow-export.recipe.json");
        var recipe = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        recipe["steps"]![0]!["name"]!.ToString().ShouldBe("WorkflowType");
        JsonNode.DeepEquals(recipe["steps"]![0]!["data"]![0], DesignedWorkflow.Type("export")).ShouldBeTrue();
    }
}
