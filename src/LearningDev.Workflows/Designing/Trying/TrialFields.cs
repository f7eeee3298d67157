using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.StepForms;
using LearningDev.Workflows.Designing.Steps;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Designing.Trying;

/// <summary>The fields that the made-up item of a trial run can be given values for: those on which the workflow's way and words depend.</summary>
internal static class TrialFields
{
    private static readonly FieldValueKind[] Offered = [FieldValueKind.Number, FieldValueKind.Text, FieldValueKind.Choice, FieldValueKind.Day, FieldValueKind.YesNo];

    public static IReadOnlyList<WorkflowField> Of(WorkflowDefinition definition, ActivityCatalogue catalogue, IReadOnlyList<WorkflowField> fields)
    {
        HashSet<string> used = [];
        foreach (var step in definition.Activities)
        {
            foreach (var property in catalogue.Find(step.Name)?.Properties ?? [])
            {
                used.UnionWith(property.Kind is PropertyKind.Condition or PropertyKind.Cases ? StepWords.Conditions(property, step).SelectMany(one => one.When.All).Select(condition => condition.Field)
                    : property.Kind == PropertyKind.Template ? TemplateText.Names(property.ReadText(step))
                    : property.Kind == PropertyKind.Field ? [property.ReadText(step)] : []);
            }
        }

        return [.. fields.Where(field => used.Contains(field.Path) && field.Path.Contains('.', StringComparison.Ordinal) && char.IsUpper(field.Path[0]) && Offered.Contains(field.Kind))];
    }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public static string? Problem(WorkflowField field, string typed) => typed.Length == 0 ? null : ConditionValues.Read(field, ConditionOperator.Is, typed).Problem;

    /// <summary>A value as content items have it; null for a kind that is not offered.</summary>
    public static JsonNode? Value(ContentFieldDefinition definition, WorkflowField? field, string typed)
    {
        if (field is null || ConditionValues.Read(field, ConditionOperator.Is, typed) is not { Problem: null, Values: [var value] })
        {
            return null;
        }

        return definition.FieldName switch
        {
            nameof(NumericField) => new JsonObject { ["Value"] = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            nameof(DateField) when !value.StartsWith("today", StringComparison.Ordinal) => new JsonObject { ["Value"] = value },
            nameof(BooleanField) => new JsonObject { ["Value"] = value == "true" },
            nameof(TextField) => new JsonObject { ["Text"] = value },
            nameof(MultiTextField) => new JsonObject { ["Values"] = new JsonArray(value) },
            nameof(MarkdownField) => new JsonObject { ["Markdown"] = value },
            _ => null,
        };
    }
}
