using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Pages;

/// <summary>Reads what pages and lists show of an item's fields, where editors have said that they show them (CMS-02).</summary>
public sealed class ShownFields(PortalDb db, ContentDefinitions definitions, ContentItems items, TaxonomyReader taxonomies, ItemVisibility visibility, DateWords dates)
{
    // Notes to editors, and who may see the item.
    private static readonly string[] NeverShown = ["CurationPart", nameof(VisibilityPart)];

    /// <summary>What the item's page shows, in the order of the form; fields with nothing filled in are left out.</summary>
    /// <param name="item">The item.</param>
    /// <param name="unsaid">True to show the fields of which nothing is said, too: for a page that has no mind of its own.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<ShownField>> OfPageAsync(ContentItem item, bool unsaid = false, CancellationToken cancellation = default) =>
        await ReadAsync(
            item, (part, field) => field.UseSettings.OnPage ?? (unsaid && !NeverShown.Contains(part.Name)), await visibility.ReaderAsync(cancellation), cancellation);

    /// <summary>What lists show, a line for each field, for example "Dress code: smart". What only some people may see is left out, because lists are kept.</summary>
    public async Task<IReadOnlyList<string>> OfListsAsync(ContentItem item, CancellationToken cancellation = default)
    {
        var shown = await ReadAsync(item, (_, field) => field.UseSettings.InLists, new SearchReader([]), cancellation);
        return [.. shown.Where(field => field.Values.Count > 0).Select(field => $"{field.Label}: {string.Join(", ", field.Values.Select(value => value.Text))}")];
    }

    private async Task<IReadOnlyList<ShownField>> ReadAsync(
        ContentItem item, Func<ContentTypePartDefinition, ContentFieldDefinition, bool> isWanted, SearchReader reader, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<ShownField> shown = [];
        foreach (var (part, field) in set.FindType(item.ContentType) is { } type ? set.FieldsOf(type).Where(pair => isWanted(pair.Part, pair.Field)) : [])
        {
            if (item.Content[part.Name]?[field.Name] is JsonObject value && await ReadAsync(field, value, reader, cancellation) is { IsEmpty: false } read)
            {
                shown.Add(read);
            }
        }

        return shown;
    }

    private async Task<ShownField> ReadAsync(ContentFieldDefinition field, JsonObject value, SearchReader reader, CancellationToken cancellation) => field.FieldName switch
    {
        nameof(MarkdownField) => new ShownField(field.DisplayName, []) { Markdown = FieldCheck.Read<MarkdownField>(value).Markdown, IsLong = true },
        nameof(MultiTextField) => Of(field, FieldCheck.Read<MultiTextField>(value).Values.Select(chosen => NameOf(field, chosen))),
        nameof(BooleanField) => Of(field, value[nameof(BooleanField.Value)] is null ? [] : [FieldCheck.Read<BooleanField>(value).Value ? "Yes" : "No"]),
        nameof(NumericField) => Of(field, [FieldCheck.Read<NumericField>(value).Value?.ToString("#,0.############", CultureInfo.CurrentCulture)]),
        nameof(DateField) => Of(field, [FieldCheck.Read<DateField>(value).Value is { } day ? DateWords.Day(DateOnly.FromDateTime(day)) : null]),
        nameof(DateTimeField) => Of(field, [FieldCheck.Read<DateTimeField>(value).Value is { } moment ? await dates.MomentAsync(moment) : null]),
        nameof(TimeField) => Of(field, [FieldCheck.Read<TimeField>(value).Value is { } time ? DateWords.Time(TimeOnly.FromTimeSpan(time)) : null]),
        nameof(LinkField) => Link(field, FieldCheck.Read<LinkField>(value)),
        nameof(TaxonomyField) => Of(field, await TermsAsync(FieldCheck.Read<TaxonomyField>(value), cancellation)),
        nameof(ContentPickerField) => new ShownField(field.DisplayName, await ItemsAsync(FieldCheck.Read<ContentPickerField>(value), reader, cancellation)),
        nameof(UserPickerField) => Of(field, await PeopleAsync(FieldCheck.Read<UserPickerField>(value), cancellation)),
        nameof(MediaField) => Files(field, FieldCheck.Read<MediaField>(value)),
        nameof(TextField) => FieldCheck.Read<TextField>(value).Text is not { } text ? Of(field, [])
            : Of(field, [FieldShape.Of(field) == FieldShape.Choice ? NameOf(field, text) : text]) with { IsLong = FieldShape.Of(field) == FieldShape.Lines },
        _ => Of(field, []),
    };

    private static ShownField Of(ContentFieldDefinition field, IEnumerable<string?> texts) =>
        new(field.DisplayName, [.. texts.OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new ShownValue(text))]);

    private static ShownField Link(ContentFieldDefinition field, LinkField link) => new(
        field.DisplayName, link.Url is not { Length: > 0 } url ? [] : [new ShownValue(link.Text is { Length: > 0 } words ? words : url, url)]);

    private static ShownField Files(ContentFieldDefinition field, MediaField media) => new(field.DisplayName,
    [
        .. media.Paths.Select((path, index) => new ShownValue(
            media.MediaTexts.ElementAtOrDefault(index) is { Length: > 0 } words ? words : Path.GetFileName(path), $"/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}")),
    ]);

    private static string NameOf(ContentFieldDefinition field, string value) =>
        FieldConversion.Options(field).FirstOrDefault(option => option.Value == value).Name is { Length: > 0 } name ? name : value;

    private async Task<IEnumerable<string?>> TermsAsync(TaxonomyField field, CancellationToken cancellation)
    {
        var terms = (await taxonomies.FindAsync(field.TaxonomyContentItemId ?? "", cancellation))?.Terms ?? [];
        return field.TermContentItemIds.Select(id => terms.FirstOrDefault(term => term.Id == id)?.Name);
    }

    // Whoever may not know of an item does not learn its name here.
    private async Task<IReadOnlyList<ShownValue>> ItemsAsync(ContentPickerField field, SearchReader reader, CancellationToken cancellation) =>
    [
        .. (await items.FindAllAsync(field.ContentItemIds, VersionChoice.Published, cancellation))
            .Where(item => reader.Sees(visibility.ReadersOf(item)))
            .Select(item => new ShownValue(item.DisplayText, item.As<AutoroutePart>().Path is { Length: > 0 } path ? $"/{path}" : null)),
    ];

    private async Task<IEnumerable<string?>> PeopleAsync(UserPickerField field, CancellationToken cancellation)
    {
        var names = await db.Users.AsNoTracking().Where(one => field.UserIds.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => $"{one.GivenName} {one.FamilyName}", cancellation);
        return field.UserIds.Select(id => names.GetValueOrDefault(id));
    }
}

/// <summary>A field as a page shows it.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Values">Its values; none for Markdown.</param>
public sealed record ShownField(string Label, IReadOnlyList<ShownValue> Values)
{
    /// <summary>The text of a field in Markdown; null for other fields.</summary>
    public string? Markdown { get; init; }

    /// <summary>True for what needs a heading of its own rather than a line.</summary>
    public bool IsLong { get; init; }

    internal bool IsEmpty => Values.Count == 0 && string.IsNullOrWhiteSpace(Markdown);
}

/// <summary>A value as a page shows it.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Url">Where it leads; null for nowhere.</param>
public sealed record ShownValue(string Text, string? Url = null);
