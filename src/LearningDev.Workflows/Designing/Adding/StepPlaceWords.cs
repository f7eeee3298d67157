using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Designing.Adding;

/// <summary>Says where a new step comes.</summary>
internal static class StepPlaceWords
{
    public static string Of(WorkflowDefinition definition, ActivityCatalogue catalogue, string after, string outcome)
    {
        var next = definition.Next(after, outcome) is { } transition && definition.Find(transition.DestinationActivityId) is { } step ? $", before “{catalogue.TitleOf(step)}”" : "";
        return $"After “{outcome}” of “{catalogue.TitleOf(definition.Find(after)!)}”{next}.";
    }
}
