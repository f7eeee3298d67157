using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Steps;

namespace LearningDev.Workflows.Designing.Comparing;

/// <summary>Says in plain words what is different between two versions of a workflow type (WFL-02).</summary>
internal sealed class ComparisonWords(ActivityCatalogue catalogue, WorkflowFields workflowFields, StepWords stepWords)
{
    private static readonly (string Name, string Label)[] OfType =
    [
        (nameof(WorkflowDefinition.Name), "Name"), (nameof(WorkflowDefinition.IsSingleton), "No case is started while another one is going on"),
        (nameof(WorkflowDefinition.DeleteFinishedWorkflows), "A case is deleted once it has finished"),
    ];

    private static readonly (Func<CaseRules, object> Value, string Label)[] OfRules =
    [
        (rules => rules.Description, "What it is for"), (rules => rules.Title, "What a case is called"), (rules => rules.IsRequest, "Owners see it among their requests"), (rules => rules.CanWithdraw, "Owners can withdraw it"),
    ];

    /// <summary>What is different, by thing: the workflow as a whole first, then its steps.</summary>
    public async Task<IReadOnlyList<ComparedThing>> SayAsync(WorkflowDefinition before, WorkflowDefinition after, CancellationToken cancellation)
    {
        var comparison = DefinitionComparison.Of(before, after);
        var fields = (await workflowFields.OfAsync(after, cancellation)).Concat(await workflowFields.OfAsync(before, cancellation)).DistinctBy(field => field.Path).ToList();
        List<ComparedThing> things = [];
        if (Whole(comparison, before, after) is { Count: > 0 } whole)
        {
            things.Add(new ComparedThing("The workflow as a whole", DifferenceKind.Changed, "", whole));
        }

        var ways = comparison.Transitions.ToLookup(way => way.SourceActivityId);
        foreach (var difference in comparison.Activities)
        {
            var step = difference.After ?? difference.Before!;
            var lines = difference.Kind == DifferenceKind.Changed ? Lines(difference, fields) : [];
            things.Add(new ComparedThing(
                catalogue.TitleOf(step), difference.Kind, difference.Kind == DifferenceKind.Changed ? "" : stepWords.Of(step, fields),
                [.. lines, .. difference.Kind == DifferenceKind.Removed ? [] : Ways(ways[step.ActivityId], before, after)]));
        }

        var said = comparison.Activities.Select(difference => (difference.After ?? difference.Before!).ActivityId).ToHashSet();
        foreach (var group in ways.Where(group => !said.Contains(group.Key)))
        {
            if ((after.Find(group.Key) ?? before.Find(group.Key)) is { } step)
            {
                things.Add(new ComparedThing(catalogue.TitleOf(step), DifferenceKind.Changed, "", [.. Ways(group, before, after)]));
            }
        }

        return things;
    }

    private static List<ComparedLine> Whole(DefinitionComparison comparison, WorkflowDefinition before, WorkflowDefinition after)
    {
        var (old, now) = (CaseRules.Of(before), CaseRules.Of(after));
        var rules = OfRules.Where(rule => !Equals(rule.Value(old), rule.Value(now))).Select(rule => new ComparedLine(rule.Label, Say(rule.Value(old)), Say(rule.Value(now))));
        return
        [
            .. from difference in comparison.Type
               where difference.Name != "CaseRules"
               select new ComparedLine(OfType.FirstOrDefault(known => known.Name == difference.Name).Label ?? difference.Name, Plain(difference.Before), Plain(difference.After)),
            .. rules,
        ];

        static string Say(object value) => value is bool yes ? yes ? "Yes" : "No" : value.ToString() ?? "";
    }

    private List<ComparedLine> Lines(ActivityDifference difference, IReadOnlyList<WorkflowField> fields)
    {
        var (before, after) = (difference.Before!, difference.After!);
        var activity = catalogue.Find(after.Name);
        List<ComparedLine> lines = [];
        if (before.Title != after.Title)
        {
            lines.Add(new ComparedLine("Title", before.Title, after.Title));
        }

        foreach (var property in difference.Properties.Where(property => property.Name != "ActivityMetadata"))
        {
            if (property.Name is nameof(ActivityRecord.IsStart))
            {
                lines.Add(new ComparedLine("It starts the workflow", Plain(property.Before), Plain(property.After)));
            }
            else if (activity?.Properties.FirstOrDefault(known => known.Name == property.Name) is { } known)
            {
                lines.Add(new ComparedLine(known.Label, Say(known, before, fields), Say(known, after, fields)));
            }
            else
            {
                lines.Add(new ComparedLine(property.Name, Plain(property.Before), Plain(property.After)));
            }
        }

        return lines;
    }

    private IEnumerable<ComparedLine> Ways(IEnumerable<TransitionDifference> ways, WorkflowDefinition before, WorkflowDefinition after) =>
        ways.Select(way => new ComparedLine($"“{way.Outcome}” leads to", To(way.Before, before), To(way.After, after)));

    private string To(string? id, WorkflowDefinition definition) => id is not null && definition.Find(id) is { } step ? catalogue.TitleOf(step) : "";

    private static string Say(ActivityProperty property, ActivityRecord step, IReadOnlyList<WorkflowField> fields)
    {
        var value = property.Read(step);
        return property.Kind switch
        {
            PropertyKind.YesNo => property.ReadText(step) is "true" or "True" ? "Yes" : "No",
            PropertyKind.Choice => property.Choices.FirstOrDefault(choice => string.Equals(choice.Value, property.ReadText(step), StringComparison.OrdinalIgnoreCase))?.Label ?? property.ReadText(step),
            PropertyKind.Condition => string.Join("", StepWords.Conditions(property, step).Select(one => StepWords.Say(one.When, fields))),
            PropertyKind.Cases => string.Join("; ", StepWords.Conditions(property, step).Select(one => $"{one.Name}: {StepWords.Say(one.When, fields)}")),
            PropertyKind.Buttons => Buttons(value),
            PropertyKind.NamedTexts when value is JsonObject json => string.Join("; ", json.Select(pair => $"{pair.Key}: {pair.Value}")),
            PropertyKind.Field => fields.FirstOrDefault(field => field.Path == property.ReadText(step))?.Label ?? property.ReadText(step),
            _ when property.ReadTexts(step) is { Count: > 0 } texts => string.Join(", ", texts),
            _ => property.ReadText(step),
        };
    }

    private static string Buttons(JsonNode? value)
    {
        try
        {
            return string.Join(", ", (value.Deserialize<List<DecisionButton>>(PortalJson.Compact) ?? []).Select(button => button.NeedsComment ? $"{button.Name} (a reason must be given)" : button.Name));
        }
        catch (JsonException)
        {
            return Plain(value);
        }
    }

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<bool>(out var yes) => yes ? "Yes" : "No",
        JsonValue text => text.ToString(),
        JsonArray texts => string.Join(", ", texts.Select(Plain)),
        _ => value.ToJsonString(PortalJson.Compact),
    };
}

/// <summary>A step, or the workflow as a whole, that is different.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Words">What it does, where it is new or gone; else empty.</param>
/// <param name="Lines">What is different about it.</param>
internal sealed record ComparedThing(string Title, DifferenceKind Kind, string Words, IReadOnlyList<ComparedLine> Lines);

/// <summary>Something that is different.</summary>
/// <param name="What">What.</param>
/// <param name="Before">How it was; empty for nothing.</param>
/// <param name="After">How it is; empty for nothing.</param>
internal sealed record ComparedLine(string What, string Before, string After);
