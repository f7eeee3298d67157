using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Conditions;

/// <summary>What kind of value a field holds, and so how it can be compared.</summary>
public enum FieldValueKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>One or several choices of a list.</summary>
    Choice,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, or a moment, of which the day counts.</summary>
    Day,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>People, by user name.</summary>
    People,

    /// <summary>Terms of a taxonomy, by id or name.</summary>
    Terms,

    /// <summary>Other items, by id.</summary>
    Items,
}

/// <summary>A field that conditions and placeholders can name.</summary>
/// <param name="Path">Its name there, for example "TrainingRequestPart.Cost".</param>
/// <param name="Label">What people read, for example "Cost".</param>
/// <param name="Kind">What it holds.</param>
public sealed record WorkflowField(string Path, string Label, FieldValueKind Kind)
{
    /// <summary>What can be chosen, with values and names; empty where anything can.</summary>
    public IReadOnlyList<PropertyChoice> Choices { get; init; } = [];

    /// <summary>The id of the taxonomy whose terms it holds; empty for other kinds.</summary>
    public string TaxonomyId { get; init; } = "";

    /// <summary>The operators that make sense for it.</summary>
    public IReadOnlyList<ConditionOperator> Operators => Kind switch
    {
        FieldValueKind.Number or FieldValueKind.Day =>
        [
            ConditionOperator.IsMoreThan, ConditionOperator.IsAtLeast, ConditionOperator.IsLessThan, ConditionOperator.IsAtMost, ConditionOperator.Is, ConditionOperator.IsNot,
            ConditionOperator.IsFilledIn, ConditionOperator.IsEmpty,
        ],
        FieldValueKind.YesNo => [ConditionOperator.Is],
        FieldValueKind.Text =>
            [ConditionOperator.Is, ConditionOperator.IsNot, ConditionOperator.Contains, ConditionOperator.IsAnyOf, ConditionOperator.IsNoneOf, ConditionOperator.IsFilledIn, ConditionOperator.IsEmpty],
        _ => [ConditionOperator.IsAnyOf, ConditionOperator.IsNoneOf, ConditionOperator.Is, ConditionOperator.IsNot, ConditionOperator.IsFilledIn, ConditionOperator.IsEmpty],
    };
}

/// <summary>Says which fields the steps of a workflow type can read.</summary>
public sealed class WorkflowFields(ContentDefinitions definitions)
{
    /// <summary>What every case has: its item's name, whose it is, and when it began.</summary>
    public static IReadOnlyList<WorkflowField> OfEveryCase { get; } =
    [
        new("item.name", "Name of the item", FieldValueKind.Text),
        new("item.type", "Content type", FieldValueKind.Text),
        new("case.title", "Title of the request", FieldValueKind.Text),
        new("owner.name", "Name of the person who asked", FieldValueKind.Text),
        new("owner.person", "The person who asked", FieldValueKind.People),
        new("owner.grade", "Grade of the person who asked", FieldValueKind.Text),
        new("owner.level", "Role level of the person who asked", FieldValueKind.Text),
        new("owner.unit", "Team of the person who asked", FieldValueKind.Text),
        new("today", "Today", FieldValueKind.Day),
    ];

    /// <summary>The fields that a type's steps can read: those of every case, of the content types that its start steps name, and what its own steps set.</summary>
    public async Task<IReadOnlyList<WorkflowField>> OfAsync(WorkflowDefinition definition, CancellationToken cancellation = default)
    {
        var types = definition.Activities.Where(activity => activity.IsStart)
            .SelectMany(activity => new ActivityProperty("ContentTypeFilter", "", PropertyKind.ContentTypes).ReadTexts(activity)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<WorkflowField> fields = [];
        foreach (var type in types)
        {
            fields.AddRange(await OfTypeAsync(type, cancellation));
        }

        fields.AddRange(definition.Activities.Where(activity => activity.Name == "SetPropertyTask")
            .Select(activity => activity.Properties["PropertyName"]?.ToString() ?? "").Where(name => name.Length > 0).Distinct()
            .Select(name => new WorkflowField($"case.{name}", name, FieldValueKind.Text)));
        return [.. fields.DistinctBy(field => field.Path), .. OfEveryCase];
    }

    /// <summary>The fields of a content type.</summary>
    public async Task<IReadOnlyList<WorkflowField>> OfTypeAsync(string contentType, CancellationToken cancellation = default)
    {
        var set = await definitions.GetAsync(cancellation);
        return set.FindType(contentType) is not { } type
            ? []
            : [.. set.FieldsOf(type).Select(pair => Of(pair.Part, pair.Field)).OfType<WorkflowField>()];
    }

    private static WorkflowField? Of(ContentTypePartDefinition part, ContentFieldDefinition field)
    {
        FieldValueKind? kind = field.FieldName switch
        {
            nameof(TextField) => FieldShape.Of(field) == FieldShape.Choice ? FieldValueKind.Choice : FieldValueKind.Text,
            nameof(MarkdownField) or nameof(LinkField) => FieldValueKind.Text,
            nameof(MultiTextField) => FieldValueKind.Choice,
            nameof(NumericField) => FieldValueKind.Number,
            nameof(DateField) or nameof(DateTimeField) => FieldValueKind.Day,
            nameof(BooleanField) => FieldValueKind.YesNo,
            nameof(UserPickerField) => FieldValueKind.People,
            nameof(TaxonomyField) => FieldValueKind.Terms,
            nameof(ContentPickerField) => FieldValueKind.Items,
            _ => null,
        };
        return kind is not { } known ? null : new WorkflowField($"{part.Name}.{field.Name}", field.DisplayName, known)
        {
            Choices = known == FieldValueKind.Choice ? [.. Options(field).Select(option => new PropertyChoice(option.Value, option.Name.Length > 0 ? option.Name : option.Value))] : [],
            TaxonomyId = known == FieldValueKind.Terms ? field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId : "",
        };
    }

    private static List<ListOption> Options(ContentFieldDefinition field) => field.FieldName == nameof(MultiTextField)
        ? field.Settings.Read<MultiTextFieldSettings>().Options
        : field.Settings.Read<TextFieldPredefinedListEditorSettings>().Options;
}
