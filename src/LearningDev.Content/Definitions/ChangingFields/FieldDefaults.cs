using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;

namespace LearningDev.Content.Definitions.ChangingFields;

/// <summary>What a field of a new item begins with; kept as Orchard Core does, as DefaultValue of the field's settings.</summary>
internal sealed class FieldDefaults(ContentDefinitions definitions)
{
    private const string Name = "DefaultValue";

    /// <summary>Gives a new item what its fields begin with.</summary>
    public async Task FillAsync(ContentItem item, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        foreach (var (part, field) in set.FindType(item.ContentType) is { } type ? set.FieldsOf(type) : [])
        {
            if (Value(field) is { } value)
            {
                if (item.Content[part.Name] is not JsonObject holder)
                {
                    item.Content[part.Name] = holder = [];
                }

                holder[field.Name] = value;
            }
        }
    }

    /// <summary>The default as a form shows it; empty for none. Several choices are divided by spaces.</summary>
    public static string Text(ContentFieldDefinition field) => Setting(field) switch
    {
        null => "",
        JsonArray several => string.Join(' ', several.Select(one => one?.ToString())),
        var one => one.ToString(),
    };

    /// <summary>Writes the default; kinds that have none are left as they are.</summary>
    public static void Write(ContentFieldDefinition field, FieldShape shape, string text)
    {
        JsonNode? value = text.Length == 0 ? null
            : shape == FieldShape.Number ? decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null
            : shape == FieldShape.YesOrNo ? text == "true" ? JsonValue.Create(true) : null
            : text;
        if (HasDefault(shape))
        {
            FieldForm.Set(field, HolderOf(field), Name, value);
        }
    }

    /// <summary>True for the kinds that can begin with something.</summary>
    public static bool HasDefault(FieldShape shape) => shape == FieldShape.Line || shape == FieldShape.Lines || shape == FieldShape.Choice || shape == FieldShape.Number || shape == FieldShape.YesOrNo;

    private static JsonObject? Value(ContentFieldDefinition field) => FieldShape.Of(field) is not { } shape || !HasDefault(shape) || Text(field) is not { Length: > 0 } text ? null
        : shape == FieldShape.Number ? decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new JsonObject { [nameof(NumericField.Value)] = number } : null
        : shape == FieldShape.YesOrNo ? new JsonObject { [nameof(BooleanField.Value)] = text.Equals("true", StringComparison.OrdinalIgnoreCase) }
        : shape == FieldShape.Choice && Fields.Kinds.TextFieldKind.Options(field).TrueForAll(choice => choice.Value != text) ? null
        : new JsonObject { [nameof(TextField.Text)] = text };

    private static JsonNode? Setting(ContentFieldDefinition field) => (field.Settings[HolderOf(field)] as JsonObject)?[Name];

    private static string HolderOf(ContentFieldDefinition field) =>
        field.FieldSettings.Editor == "PredefinedList" ? nameof(TextFieldPredefinedListEditorSettings) : $"{field.FieldName}Settings";
}
