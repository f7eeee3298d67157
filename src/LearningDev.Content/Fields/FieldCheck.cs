using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Fields;

/// <summary>The messages and steps that the checks of all kinds of field have in common; wording as GOV.UK's.</summary>
internal static class FieldCheck
{
    /// <summary>Reads a field's value. One of another kind, which a change of the field's kind has not reached yet, reads as nothing filled in.</summary>
    public static T Read<T>(JsonObject? value) where T : class, new()
    {
        try
        {
            return value?.Deserialize<T>(PortalJson.Compact) ?? new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }

    public static string? Missing(ContentFieldDefinition field, FieldSettings settings, bool isEmpty, bool required) =>
        isEmpty && required && settings.Required ? $"Enter {Lower(field.DisplayName)}" : null;

    public static string? MissingChoice(ContentFieldDefinition field, FieldSettings settings, bool isEmpty, bool required) =>
        isEmpty && required && settings.Required ? $"Select {Lower(field.DisplayName)}" : null;

    public static string? Unknown(ContentFieldDefinition field, IEnumerable<string> values, IEnumerable<ListOption> options)
    {
        var known = options.Select(option => option.Value).ToHashSet();
        return values.FirstOrDefault(value => !known.Contains(value)) is { } unknown
            ? $"\"{unknown}\" is not one of the choices of {Lower(field.DisplayName)}"
            : null;
    }

    /// <summary>Begins a name in lower case unless it begins with an abbreviation such as CPD.</summary>
    public static string Lower(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && !char.IsUpper(name[1]) && !char.IsDigit(name[1])
            ? char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..]
            : name;
}
