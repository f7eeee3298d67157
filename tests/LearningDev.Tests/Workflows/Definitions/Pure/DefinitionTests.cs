using System.Text.Json.Nodes;
using LearningDev.TestSupport;
using LearningDev.Workflows.Definitions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Definitions.Pure;

[Requirement("WFL-02")]
public class DefinitionTests
{
    private const string File =
        """
        { "WorkflowTypeId": "4r0abc", "Name": "By hand", "IsEnabled": true, "SomethingNew": { "a": 1 },
          "Activities": [{ "ActivityId": "a", "Name": "TimerEvent", "X": 10, "Y": 20.5, "IsStart": true, "Odd": [1], "Properties": { "ActivityMetadata": { "Title": "When" }, "CronExpression": "*/5 * * * *" } }],
          "Transitions": [{ "SourceActivityId": "a", "SourceOutcomeName": "Done", "DestinationActivityId": "b", "Note": null }] }
        """;

    [Fact]
    public void Write_WhatWasRead_SaysTheSame()
    {
        var json = JsonNode.Parse(File)!.AsObject();
        JsonNode.DeepEquals(WorkflowDefinition.Read(json).Write(), json).ShouldBeTrue();
        WorkflowDefinition.Read(json).Activities[0].Title.ShouldBe("When");
    }

    [Fact]
    public void Compare_ChangedSteps_AreTold()
    {
        var before = WorkflowDefinition.Read(JsonNode.Parse(File)!.AsObject());
        var after = before.Copy();
        DefinitionComparison.Of(before, after).IsEmpty.ShouldBeTrue();
        after.Activities[0].Properties["CronExpression"] = "0 8 * * *";
        after.Activities[0].X = 500;
        after.Activities.Add(new ActivityRecord { ActivityId = "c", Name = "LogTask" });
        after.Transitions[0].DestinationActivityId = "c";
        after.Name = "Otherwise";
        var comparison = DefinitionComparison.Of(before, after);
        comparison.Type.ShouldHaveSingleItem().Name.ShouldBe("Name");
        comparison.Activities.Select(one => one.Kind).ShouldBe([DifferenceKind.Changed, DifferenceKind.Added]);
        comparison.Activities[0].Properties.ShouldHaveSingleItem().Name.ShouldBe("CronExpression");
        comparison.Transitions.ShouldHaveSingleItem().ShouldBe(new TransitionDifference("a", "Done", "b", "c"));
    }

    [Fact]
    public void Rings_WithoutWaiting_AreFound()
    {
        var definition = new WorkflowDefinition
        {
            Activities = [.. new[] { "a", "b", "c" }.Select(id => new ActivityRecord { ActivityId = id })],
            Transitions = [.. new[] { ("a", "b"), ("b", "a"), ("b", "c"), ("c", "b") }.Select(way => new Transition { SourceActivityId = way.Item1, DestinationActivityId = way.Item2 })],
        };
        new Ways(definition).RingsWithout(id => id == "c").ShouldHaveSingleItem().ShouldBe(["a", "b"]);
        new Ways(definition).RingsWithout(id => id == "b").ShouldBeEmpty();
    }
}
