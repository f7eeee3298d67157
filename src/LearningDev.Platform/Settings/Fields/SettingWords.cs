using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>Says in plain words what a section holds, and what differs between two versions of it.</summary>
/// <param name="choices">What can be chosen, by the class or the enum that lists it.</param>
internal sealed class SettingWords(IReadOnlyDictionary<Type, IReadOnlyList<SettingChoice>> choices)
{
    /// <summary>What differs, value by value.</summary>
    /// <param name="properties">The properties of the class.</param>
    /// <param name="before">The section before.</param>
    /// <param name="after">The section after.</param>
    /// <param name="prefix">The name of the group that the values belong to, with what follows it; empty for the section itself.</param>
    public IReadOnlyList<AuditChange> Changes(IReadOnlyList<SettingProperty> properties, JsonObject before, JsonObject after, string prefix = "") =>
    [
        .. properties.SelectMany(property => JsonNode.DeepEquals(before[property.Name], after[property.Name])
            ? []
            : Change(property, before[property.Name], after[property.Name], prefix)),
    ];

    /// <summary>A value as people read it; empty for nothing.</summary>
    public string Of(SettingProperty property, JsonNode? value) => string.Join("; ", Entries(property, value));

    private IReadOnlyList<AuditChange> Change(SettingProperty property, JsonNode? before, JsonNode? after, string prefix)
    {
        var name = prefix + property.Label;
        if (property.Kind == SettingKind.Group)
        {
            return Changes(property.Parts, before as JsonObject ?? [], after as JsonObject ?? [], $"{name}: ");
        }

        var (was, becomes) = (Entries(property, before), Entries(property, after));
        if (was.SequenceEqual(becomes))
        {
            return [];
        }

        var (gone, come) = (was.Except(becomes).ToList(), becomes.Except(was).ToList());
        // Of a long list only what came and went is said; when nothing did, its order.
        return property.Kind is SettingKind.Lines or SettingKind.Choices or SettingKind.Rows && gone.Count + come.Count > 0
            ? [new AuditChange(name, string.Join("; ", gone), string.Join("; ", come))]
            : [new AuditChange(name, string.Join("; ", was), string.Join("; ", becomes))];
    }

    private IReadOnlyList<string> Entries(SettingProperty property, JsonNode? value) => property.Kind switch
    {
        SettingKind.Group => [.. property.Parts.Select(part => $"{part.Label}: {Of(part, value?[part.Name])}")],
        SettingKind.Rows => value switch
        {
            JsonArray rows => [.. rows.OfType<JsonObject>().Select(row => Row(property.Parts, row))],
            JsonObject dictionary => [.. dictionary.Select(pair => $"{Choice(property.Parts[0], pair.Key)}: {pair.Value}")],
            _ => [],
        },
        SettingKind.Lines or SettingKind.Choices => [.. (value as JsonArray ?? []).Select(entry => Choice(property, entry?.ToString() ?? ""))],
        SettingKind.YesOrNo => [value?.GetValueKind() == JsonValueKind.True ? "Yes" : "No"],
        _ when value is null || value.ToString().Length == 0 => [],
        SettingKind.Number => [property.Unit?.Words(value.ToString()) ?? value.ToString()],
        SettingKind.Date => [DateWords.Day(value.Deserialize<DateOnly>(PortalJson.Compact))],
        SettingKind.DayMonth => [value.Deserialize<DayMonth>(PortalJson.Compact).ToString()],
        _ => [Choice(property, value.ToString())],
    };

    private string Row(IReadOnlyList<SettingProperty> parts, JsonObject row) =>
        string.Join(", ", parts.Select(part => Of(part, row[part.Name])).Where(text => text.Length > 0));

    private string Choice(SettingProperty property, string value) =>
        property.ChosenFrom is { } type && choices.GetValueOrDefault(type)?.FirstOrDefault(choice => choice.Value == value) is { } known ? known.Text.Trim() : value;
}
