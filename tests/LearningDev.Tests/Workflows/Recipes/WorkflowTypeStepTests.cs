using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Recipes;

[Requirement("WFL-02")]
public class WorkflowTypeStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Run_EveryActivitySharedWithOrchard_IsExportedAsItCame()
    {
        var type = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryRoot.Combine("tests", "LearningDev.Tests", "Workflows", "Recipes", "orchard.json")))!.AsObject();
        (await portal.ImportAsync(type)).Problems.Where(problem => problem.Stops).Select(problem => problem.Message).ShouldBeEmpty();

        await using var scope = portal.Scope();
        var export = scope.ServiceProvider.GetRequiredService<RecipeExport>();
        var options = new RecipeExportOptions { Sources = new Dictionary<string, IReadOnlyList<string>> { ["workflows"] = [type["WorkflowTypeId"]!.ToString()] } };
        using var stream = new MemoryStream();
        await export.WriteAsync(options, stream, CancellationToken.None);
        stream.Position = 0;
        var recipe = JsonNode.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()))!;
        var step = recipe["steps"]!.AsArray().Single(one => one!["name"]!.ToString() == "WorkflowType")!;
        var exported = step["data"]!.AsArray().Single()!;
        JsonNode.DeepEquals(exported, type).ShouldBeTrue(exported.ToJsonString());
    }

    [Fact]
    public async Task Run_Again_ChangesNothingUntilItSaysSomethingElse()
    {
        var type = WorkflowPortal.Type("again", ["end|EndTask"], ["start|Done|end"]);
        await portal.ImportedAsync(type);
        (await portal.ImportAsync(type)).Changes.ShouldNotContain(change => change.Kind == "Workflow");
        type["Name"] = "Called otherwise";
        (await portal.ImportAsync(type)).Changes.ShouldContain(change => change.Kind == "Workflow" && change.Action == RecipeAction.Changed && change.Detail == "version 2");
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<WorkflowTypes>().VersionsAsync("again")).Select(version => version.Number).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task Run_UnknownActivity_IsNamedWithItsLine()
    {
        var recipe = Recipe.Parse(
            """
            { "name": "unknown", "steps": [{ "name": "WorkflowType", "data": [{
              "WorkflowTypeId": "unknown", "Name": "Unknown", "IsEnabled": true,
              "Activities": [
                { "ActivityId": "a", "Name": "SignalEvent", "IsStart": true, "Properties": { "SignalName": { "Expression": "x" } } },
                { "ActivityId": "b", "Name": "UpdateTwitterStatusTask", "Properties": {} }], "Transitions": [] }] }] }
            """);
        await using var scope = portal.Scope();
        var problem = (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions())).Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Message).ShouldBe((5, "The portal has no activity \"UpdateTwitterStatusTask\", which the workflow \"Unknown\" uses."));
    }

    [Fact]
    public async Task Run_NoStartAndWrongWays_IsRefused()
    {
        var type = WorkflowPortal.Type("wrong", ["if|IfElseTask|{\"Condition\":{\"Expression\":\"while(1){}\"}}"], ["start|Done|if", "if|Perhaps|if", "if|True|nowhere"]);
        type["Activities"]![0]!["IsStart"] = false;
        var messages = (await portal.ImportAsync(type)).Problems.Where(problem => problem.Stops).Select(problem => problem.Message).ToList();
        // It stops at the first.
        messages.ShouldNotBeEmpty();
        await using var scope = portal.Scope();
        var problems = scope.ServiceProvider.GetRequiredService<DefinitionCheck>().Check(WorkflowDefinition.Read(type)).Select(problem => problem.Message).ToList();
        problems.ShouldContain("No step starts the workflow. Choose what starts it");
        problems.ShouldContain("“If” has no outcome “Perhaps”, which is connected");
        problems.ShouldContain("“True” of “If” leads to a step that is not there");
        problems.ShouldContain(message => message.Contains("does not run the script", StringComparison.Ordinal));
        problems.ShouldContain("“False” of “If” leads nowhere, so the workflow ends there");
        problems.ShouldContain("Nothing leads to “If”");
    }
}
