using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>Fills the fields of a section's form from what is saved or from what was typed.</summary>
/// <param name="choices">What can be chosen, by the class or the enum that lists it.</param>
internal sealed class SettingBoxes(IReadOnlyDictionary<Type, IReadOnlyList<SettingChoice>> choices)
{
    /// <summary>The fields of a class as they are saved.</summary>
    public IReadOnlyList<SettingBox> Of(IReadOnlyList<SettingProperty> properties, string prefix, JsonObject json) =>
        [.. properties.Select(property => Of(property, prefix + property.Name, json[property.Name]))];

    /// <summary>The fields of a class as they were typed. What the form did not have stays as it is saved.</summary>
    public IReadOnlyList<SettingBox> Of(IReadOnlyList<SettingProperty> properties, string prefix, JsonObject json, IFormCollection form) =>
        [.. properties.Select(property => Of(property, prefix + property.Name, json[property.Name], form))];

    /// <summary>A row with nothing in it.</summary>
    public IReadOnlyList<SettingBox> EmptyRow(SettingBox box) => Of(box.Setting.Parts, $"{box.Key}[{box.Rows.Count}].", []);

    private SettingBox Of(SettingProperty property, string key, JsonNode? value)
    {
        var box = Box(property, key, value);
        return property.Kind switch
        {
            SettingKind.Group => box with { Rows = [Of(property.Parts, key + ".", value as JsonObject ?? [])] },
            SettingKind.Rows => box with { Rows = [.. Entries(value).Select((entry, row) => Of(property.Parts, $"{key}[{row}].", entry))] },
            SettingKind.Lines => box with { Texts = [string.Join('\n', (value as JsonArray ?? []).Select(Text))] },
            SettingKind.Choices => box with { Texts = [.. (value as JsonArray ?? []).Select(Text)] },
            SettingKind.Date => box with { Texts = Read<DateOnly?>(value) is { } day ? [Text(day.Day), Text(day.Month), Text(day.Year)] : ["", "", ""] },
            SettingKind.DayMonth => box with { Texts = Read<DayMonth?>(value) is { IsReal: true } day ? [Text(day.Day), Text(day.Month)] : ["", ""] },
            SettingKind.YesOrNo => box with { Texts = [value?.GetValueKind() == JsonValueKind.True ? "true" : ""] },
            _ => box with { Texts = [Text(value)] },
        };
    }

    private SettingBox Of(SettingProperty property, string key, JsonNode? value, IFormCollection form)
    {
        var box = Box(property, key, value);
        switch (property.Kind)
        {
            case SettingKind.Group:
                return box with { Rows = [Of(property.Parts, key + ".", value as JsonObject ?? [], form)] };
            case SettingKind.Rows when int.TryParse(form[key + SettingBox.RowCount], CultureInfo.InvariantCulture, out var count):
                return box with
                {
                    Rows = [.. Enumerable.Range(0, Math.Clamp(count, 0, SettingText.MostRows)).Select(row => Of(property.Parts, $"{key}[{row}].", [], form))],
                };
            case SettingKind.Choices or SettingKind.YesOrNo when form.ContainsKey(key + SettingBox.Shown):
                List<string> chosen = [.. form[key].OfType<string>().Where(text => text.Length > 0)];
                // Ticks have no order: what was there stays where it was.
                List<string> saved = [.. (value as JsonArray ?? []).Select(Text).Where(chosen.Contains)];
                return box with { Texts = [.. saved, .. chosen.Except(saved)] };
            case SettingKind.Date when form.ContainsKey($"{key}.Day"):
                return box with { Texts = [Typed($"{key}.Day"), Typed($"{key}.Month"), Typed($"{key}.Year")] };
            case SettingKind.DayMonth when form.ContainsKey($"{key}.Day"):
                return box with { Texts = [Typed($"{key}.Day"), Typed($"{key}.Month")] };
            case not (SettingKind.Rows or SettingKind.Choices or SettingKind.YesOrNo) when form.ContainsKey(key):
                return box with { Texts = [Typed(key)] };
            default:
                return Of(property, key, value);
        }

        string Typed(string name) => form[name].FirstOrDefault()?.ReplaceLineEndings("\n") ?? "";
    }

    // What is saved can stay, also when it is offered no more: a topic that was taken out, for example.
    private SettingBox Box(SettingProperty property, string key, JsonNode? value) => new(key, property)
    {
        Choices = property.ChosenFrom is { } type ? SettingBox.With(choices[type], value is JsonArray several ? several.Select(Text) : [Text(value)]) : [],
    };

    private static IEnumerable<JsonObject> Entries(JsonNode? value) => value switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject dictionary => dictionary.Select(pair => new JsonObject { ["Key"] = pair.Key, ["Value"] = pair.Value?.DeepClone() }),
        _ => [],
    };

    private static string Text(JsonNode? value) => value?.ToString() ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static T? Read<T>(JsonNode? value) => value is null ? default : value.Deserialize<T>(PortalJson.Compact);
}
