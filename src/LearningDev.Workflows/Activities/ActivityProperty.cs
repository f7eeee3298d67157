using System.Text.Json.Nodes;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Activities;

/// <summary>What an administrator fills in for a property of a step, and so how the designer draws it.</summary>
public enum PropertyKind
{
    /// <summary>One line of text; a JSON text.</summary>
    Text,

    /// <summary>Several lines of text; a JSON text.</summary>
    LongText,

    /// <summary>Text with placeholders such as {{ item.name }}; see <see cref="Templates.TemplateText"/>. A JSON text.</summary>
    Template,

    /// <summary>A number; a JSON number.</summary>
    Number,

    /// <summary>A whole number of working days; a JSON number.</summary>
    WorkingDays,

    /// <summary>Yes or no; true or false.</summary>
    YesNo,

    /// <summary>One of <see cref="ActivityProperty.Choices"/>; a JSON text.</summary>
    Choice,

    /// <summary>Names of roles; a list of texts.</summary>
    Roles,

    /// <summary>The name of one role; a JSON text.</summary>
    Role,

    /// <summary>User names of people; a list of texts, so that files can be moved.</summary>
    People,

    /// <summary>The name of one content type; a JSON text.</summary>
    ContentType,

    /// <summary>Names of content types; a list of texts.</summary>
    ContentTypes,

    /// <summary>A field of the case's item, for example "TrainingRequestPart.Cost"; a JSON text.</summary>
    Field,

    /// <summary>A condition; an object of <see cref="Conditions.ConditionGroup"/>.</summary>
    Condition,

    /// <summary>Cases of a switch, each with a name, which is its outcome, and a condition; a list of <see cref="Conditions.SwitchCase"/>.</summary>
    Cases,

    /// <summary>Names, which often are outcomes; a list of texts.</summary>
    Names,

    /// <summary>Buttons of a decision; a list of <see cref="DecisionButton"/>.</summary>
    Buttons,

    /// <summary>The id of another workflow type; a JSON text.</summary>
    WorkflowType,

    /// <summary>Names with a text each, which may have placeholders; an object of texts.</summary>
    NamedTexts,
}

/// <summary>Something that a step can be told.</summary>
/// <param name="Name">The name in files, for example "Mode".</param>
/// <param name="Label">What people read, for example "When it goes on".</param>
/// <param name="Kind">What is filled in.</param>
/// <param name="Hint">A sentence that helps to fill it in; may be empty.</param>
public sealed record ActivityProperty(string Name, string Label, PropertyKind Kind, string Hint = "")
{
    private const string Expression = "Expression";

    /// <summary>True when it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is unless somebody says otherwise; null for nothing.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>What can be chosen; empty for other kinds.</summary>
    public IReadOnlyList<PropertyChoice> Choices { get; init; } = [];

    /// <summary>The property upon which it depends whether this one means anything; null for none.</summary>
    public string? OnlyWhen { get; init; }

    /// <summary>The values of that property with which this one means something.</summary>
    public IReadOnlyList<string> OnlyWhenIs { get; init; } = [];

    /// <summary>True when files hold the value inside of an object with one property "Expression", as Orchard Core does.</summary>
    public bool IsExpression { get; init; }

    /// <summary>The value that a step has, or the default; null for nothing. Not to be changed.</summary>
    public JsonNode? Read(ActivityRecord record) => Own(record) ?? Default;

    /// <summary>The value as a text: empty for nothing and for what is no text, number, true or false.</summary>
    public string ReadText(ActivityRecord record) => Read(record) switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value => value.ToJsonString(),
        _ => "",
    };

    /// <summary>The value as a list of texts: one for a single text.</summary>
    public IReadOnlyList<string> ReadTexts(ActivityRecord record) => Read(record) switch
    {
        JsonArray array => [.. array.OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : value.ToJsonString())],
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => [text],
        _ => [],
    };

    /// <summary>Gives a step the value; null takes it away.</summary>
    public void Write(ActivityRecord record, JsonNode? value)
    {
        if (value is null)
        {
            record.Properties.Remove(Name);
        }
        else if (!IsExpression)
        {
            record.Properties[Name] = value;
        }
        else if (record.Properties[Name] is JsonObject expression)
        {
            expression[Expression] = value;
        }
        else
        {
            record.Properties[Name] = new JsonObject { [Expression] = value };
        }
    }

    /// <summary>True when the property means something, by what the other properties of the step say.</summary>
    public bool Matters(ActivityRecord record, IReadOnlyList<ActivityProperty> all) =>
        OnlyWhen is null || all.FirstOrDefault(property => property.Name == OnlyWhen) is not { } other || OnlyWhenIs.Contains(other.ReadText(record), StringComparer.OrdinalIgnoreCase);

    private JsonNode? Own(ActivityRecord record) => record.Properties[Name] is JsonObject { Count: > 0 } json && IsExpression ? json[Expression] : record.Properties[Name];
}

/// <summary>A value that can be chosen.</summary>
/// <param name="Value">What is kept.</param>
/// <param name="Label">What people read.</param>
/// <param name="Hint">A sentence below it; may be empty.</param>
public sealed record PropertyChoice(string Value, string Label, string Hint = "");

/// <summary>A button of a decision.</summary>
public sealed class DecisionButton
{
    /// <summary>What stands on it; also the outcome with which the step is left.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it means.</summary>
    public DecisionMeaning Meaning { get; set; }

    /// <summary>True when whoever presses it must say why.</summary>
    public bool NeedsComment { get; set; }
}

/// <summary>What a decision means for the request.</summary>
public enum DecisionMeaning
{
    /// <summary>Yes.</summary>
    Agree,

    /// <summary>No.</summary>
    Refuse,

    /// <summary>It goes back to be changed, or a question is asked.</summary>
    SendBack,

    /// <summary>Neither.</summary>
    Other,
}
