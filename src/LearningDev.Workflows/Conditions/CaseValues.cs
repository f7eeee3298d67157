using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Conditions;

/// <summary>The value of a field in a case.</summary>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Values">The values, as conditions compare them; none for nothing. A number is written as "1000.5", a day as "2026-11-30".</param>
/// <param name="Words">The value as people read it; empty for nothing.</param>
internal sealed record CaseValue(FieldValueKind Kind, IReadOnlyList<string> Values, string Words)
{
    /// <summary>Other ways to write the same values, such as a term's name or a person's user name.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public static CaseValue Nothing { get; } = new(FieldValueKind.Text, [], "");

    public static CaseValue Of(string text) => text.Length == 0 ? Nothing : new CaseValue(FieldValueKind.Text, [text], text);
}

/// <summary>Reads what conditions and placeholders name: fields of the item, what the case remembers, and the person whose case it is.</summary>
internal sealed class CaseValues(PortalDb db, ContentDefinitions definitions, TaxonomyReader taxonomies, ContentItems items, WorkingCalendar calendar, DateWords dates)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Reads a field; nothing for one that there is not.</summary>
    public async Task<CaseValue> ReadAsync(CaseState state, string path, CancellationToken cancellation)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (place, name) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
        switch (place)
        {
            case "today":
                return OfDay(await calendar.TodayAsync());
            case "case":
                return name switch
                {
                    "title" => CaseValue.Of(state.Title),
                    "correlation" => CaseValue.Of(state.CorrelationId),
                    _ => OfJson(state.Properties[name]),
                };
            case "input":
                return OfJson(At(state.Input, name));
            case "output":
                return OfJson(At(state.Output, name));
            case "owner":
                return await OfOwnerAsync(state.OwnerId, name, cancellation);
            case "item":
                return await ItemAsync(state, cancellation) is not { } item ? CaseValue.Of(OfRemoved(state, name))
                    : name switch { "name" => CaseValue.Of(item.DisplayText), "type" => CaseValue.Of(item.ContentType), "id" => CaseValue.Of(item.ContentItemId), _ => CaseValue.Nothing };
            default:
                return await ItemAsync(state, cancellation) is { } found ? await OfFieldAsync(found, place, name, cancellation) : CaseValue.Nothing;
        }
    }

    /// <summary>The ids of the people in a field of the item.</summary>
    public async Task<IReadOnlyList<string>> PeopleAsync(CaseState state, string path, CancellationToken cancellation) =>
        path.Split('.', 2) is [var part, var field] && await ItemAsync(state, cancellation) is { } item && item.Content[part]?[field] is JsonObject value
            ? FieldValues.Read<UserPickerField>(value).UserIds : [];

    private Task<ContentItem?> ItemAsync(CaseState state, CancellationToken cancellation) =>
        state.CorrelationId.Length == 0 ? Task.FromResult<ContentItem?>(null) : items.FindAsync(state.CorrelationId, VersionChoice.Latest, cancellation);

    // An item that has been removed cannot be read any more; what started the case says what it was.
    private static string OfRemoved(CaseState state, string name)
    {
        var key = name switch { "name" => "Name", "type" => nameof(ContentItem.ContentType), "id" => nameof(ContentItem.ContentItemId), _ => null };
        return key is not null && state.CorrelationId.Length > 0 && state.Input[nameof(ContentItem.ContentItemId)]?.ToString() == state.CorrelationId ? state.Input[key]?.ToString() ?? "" : "";
    }

    private async Task<CaseValue> OfFieldAsync(ContentItem item, string part, string field, CancellationToken cancellation)
    {
        if (item.Content[part]?[field] is not JsonObject value)
        {
            return item.Content[part]?[field] is { } plain ? OfJson(plain) : CaseValue.Nothing;
        }

        var set = await definitions.GetAsync(cancellation);
        var definition = set.FindType(item.ContentType) is { } type
            ? set.FieldsOf(type).FirstOrDefault(pair => pair.Part.Name == part && pair.Field.Name == field).Field : null;
        switch (definition?.FieldName ?? Guess(value))
        {
            case nameof(NumericField):
                return FieldValues.Read<NumericField>(value).Value is { } number ? OfNumber(number) : CaseValue.Nothing;
            case nameof(DateField):
                return FieldValues.Read<DateField>(value).Value is { } day ? OfDay(DateOnly.FromDateTime(day)) : CaseValue.Nothing;
            case nameof(DateTimeField):
                return FieldValues.Read<DateTimeField>(value).Value is { } moment
                    ? OfDay(DateOnly.FromDateTime(await dates.LocalAsync(moment))) with { Words = await dates.MomentAsync(moment) } : CaseValue.Nothing;
            case nameof(BooleanField):
                return OfYesNo(FieldValues.Read<BooleanField>(value).Value);
            case nameof(TaxonomyField):
                var terms = FieldValues.Read<TaxonomyField>(value);
                var known = (await taxonomies.FindAsync(terms.TaxonomyContentItemId ?? "", cancellation))?.Terms ?? [];
                List<string> names = [.. terms.TermContentItemIds.Select(id => known.FirstOrDefault(term => term.Id == id)?.Name).OfType<string>()];
                return new CaseValue(FieldValueKind.Terms, terms.TermContentItemIds, string.Join(", ", names)) { Also = names };
            case nameof(UserPickerField):
                return await OfPeopleAsync(FieldValues.Read<UserPickerField>(value).UserIds, cancellation);
            case nameof(ContentPickerField):
                var ids = FieldValues.Read<ContentPickerField>(value).ContentItemIds;
                return new CaseValue(FieldValueKind.Items, ids, string.Join(", ", (await items.FindAllAsync(ids, VersionChoice.Published, cancellation)).Select(one => one.DisplayText)));
            case nameof(MultiTextField):
                var chosen = FieldValues.Read<MultiTextField>(value).Values;
                return new CaseValue(FieldValueKind.Choice, chosen, string.Join(", ", chosen));
            case nameof(MarkdownField):
                return CaseValue.Of(FieldValues.Read<MarkdownField>(value).Markdown ?? "");
            case nameof(LinkField):
                return CaseValue.Of(FieldValues.Read<LinkField>(value).Url ?? "");
            default:
                var text = FieldValues.Read<TextField>(value).Text ?? "";
                return text.Length == 0 ? CaseValue.Nothing : new CaseValue(
                    FieldValueKind.Choice, [text], definition?.Settings.Read<TextFieldPredefinedListEditorSettings>().Options.Find(option => option.Value == text)?.Name is { Length: > 0 } name ? name : text);
        }
    }

    private static string Guess(JsonObject value) =>
        value.ContainsKey("TermContentItemIds") ? nameof(TaxonomyField) : value.ContainsKey("UserIds") ? nameof(UserPickerField) : value.ContainsKey("ContentItemIds") ? nameof(ContentPickerField)
        : value["Value"]?.GetValueKind() switch { JsonValueKind.Number => nameof(NumericField), JsonValueKind.True or JsonValueKind.False => nameof(BooleanField), _ => nameof(TextField) };

    private async Task<CaseValue> OfOwnerAsync(string? ownerId, string name, CancellationToken cancellation)
    {
        if (ownerId is null)
        {
            return CaseValue.Nothing;
        }

        if (name == "person")
        {
            return await OfPeopleAsync([ownerId], cancellation);
        }

        var owner = await db.Users.AsNoTracking().Where(person => person.Id == ownerId).Select(person => new
        {
            person.UserName,
            person.GivenName,
            person.FamilyName,
            person.Grade,
            person.RoleLevel,
            person.JobTitle,
            Unit = db.Units.Where(unit => unit.Id == person.UnitId).Select(unit => unit.Name).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellation);
        return CaseValue.Of(name switch
        {
            "name" => $"{owner?.GivenName} {owner?.FamilyName}".Trim(),
            "username" => owner?.UserName ?? "",
            "grade" => owner?.Grade ?? "",
            "level" => owner?.RoleLevel ?? "",
            "job" => owner?.JobTitle ?? "",
            "unit" => owner?.Unit ?? "",
            _ => "",
        });
    }

    private async Task<CaseValue> OfPeopleAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var people = await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.UserName, person.GivenName, person.FamilyName }).ToListAsync(cancellation);
        return ids.Count == 0 ? CaseValue.Nothing
            : new CaseValue(FieldValueKind.People, ids, string.Join(", ", people.Select(person => $"{person.GivenName} {person.FamilyName}".Trim()))) { Also = [.. people.Select(person => person.UserName!)] };
    }

    private static CaseValue OfJson(JsonNode? node) => node switch
    {
        null => CaseValue.Nothing,
        JsonArray array => new CaseValue(FieldValueKind.Choice, [.. array.Select(item => item?.ToString() ?? "")], string.Join(", ", array.Select(item => item?.ToString()))),
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => OfYesNo(value.GetValue<bool>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => OfNumber(number),
        JsonValue value => OfText(value.ToString()),
        _ => CaseValue.Of(node.ToJsonString()),
    };

    private static CaseValue OfText(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? OfDay(day) : CaseValue.Of(text);

    private static CaseValue OfNumber(decimal number) =>
        new(FieldValueKind.Number, [number.ToString(CultureInfo.InvariantCulture)], number.ToString(number == decimal.Truncate(number) ? "#,0" : "#,0.00########", British));

    private static CaseValue OfDay(DateOnly day) => new(FieldValueKind.Day, [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], DateWords.Day(day));

    private static CaseValue OfYesNo(bool yes) => new(FieldValueKind.YesNo, [yes ? "true" : "false"], yes ? "Yes" : "No");

    private static JsonNode? At(JsonObject json, string path) => path.Split('.').Aggregate((JsonNode?)json, (at, name) => (at as JsonObject)?[name]);
}

internal static class FieldValues
{
    /// <summary>Reads a field's value. One of another kind reads as nothing filled in.</summary>
    public static T Read<T>(JsonObject value) where T : class, new()
    {
        try
        {
            return value.Deserialize<T>(PortalJson.Compact) ?? new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }
}
