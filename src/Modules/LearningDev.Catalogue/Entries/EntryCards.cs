using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Entries;

/// <summary>Says of entries what a list shows of them.</summary>
internal sealed class EntryCards(PortalDb db, KnownEntries known, ContentDefinitions definitions, ISettings settings)
{
    /// <summary>The cards of entries, in the order of their ids; an id that is no entry is left out.</summary>
    public async Task<IReadOnlyList<EntryCard>> MakeAsync(IReadOnlyCollection<string> ids, FacetNames names, CancellationToken cancellation)
    {
        var rows = await ReadAsync(ids, cancellation);
        return await MakeAsync(ids.Where(rows.ContainsKey).Select(id => rows[id]), names, cancellation);
    }

    /// <summary>The cards of what a search has found, in its order.</summary>
    public async Task<IReadOnlyList<EntryCard>> MakeAsync(IReadOnlyList<SearchHit> hits, FacetNames names, CancellationToken cancellation)
    {
        var unknown = hits.Where(hit => known.Find(hit) is null).ToDictionary(hit => hit.ContentItemId);
        var read = await ReadAsync(unknown.Keys, cancellation);
        foreach (var (id, entry) in read)
        {
            known.Keep(unknown[id], entry);
        }

        return await MakeAsync(hits.Select(hit => read.GetValueOrDefault(hit.ContentItemId) ?? known.Find(hit)).OfType<CatalogueEntry>(), names, cancellation);
    }

    private async Task<Dictionary<string, CatalogueEntry>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => ids.Count == 0
        ? []
        : await db.CatalogueEntries.AsNoTracking().Where(entry => ids.Contains(entry.ContentItemId)).ToDictionaryAsync(entry => entry.ContentItemId, cancellation);

    private async Task<IReadOnlyList<EntryCard>> MakeAsync(IEnumerable<CatalogueEntry> entries, FacetNames names, CancellationToken cancellation)
    {
        var minutesPerDay = (await settings.GetAsync<CatalogueSettings>(cancellation)).MinutesPerDay;
        var set = await definitions.GetAsync(cancellation);
        return [.. entries.Select(entry => new EntryCard(
            entry.ContentItemId,
            entry.Title,
            CatalogueLinks.Entry(entry.Slug),
            KindName(set, entry),
            entry.Summary,
            entry.Classification == "mandatory" ? names.NameOf(CatalogueFacets.Classification, entry.Classification) : null,
            [.. new[]
            {
                LearningWords.Length(entry.DurationMinutes, minutesPerDay),
                string.Join(", ", entry.Formats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(format => names.NameOf(CatalogueFacets.Format, format))),
                LearningWords.Cost(entry.CostFrom, entry.CostTo),
            }.Concat(entry.OwnFacts.Split('\n')).OfType<string>().Where(fact => fact.Length > 0)],
            entry.IsRestricted))];
    }

    /// <summary>The name of the kind within the content type, such as "Webinar", or else the type's.</summary>
    public static string KindName(DefinitionSet set, CatalogueEntry entry)
    {
        if (set.FindType(entry.ContentType) is not { } type)
        {
            return entry.ContentType;
        }

        return entry.SubKind.Length == 0 ? type.DisplayName : set.FindPart(type.Name)?.Fields
            .SelectMany(part => FacetLabels.Options(set.FindPart(type.Name), part.Name))
            .FirstOrDefault(option => option.Value == entry.SubKind)?.Name ?? type.DisplayName;
    }
}

/// <summary>An entry as a list shows it.</summary>
/// <param name="ContentItemId">The id of its content item.</param>
/// <param name="Title">The title.</param>
/// <param name="Url">The address of the entry's page.</param>
/// <param name="Kind">The kind of learning.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Mandatory">The word for mandatory learning; null for other learning.</param>
/// <param name="Facts">Length, format and cost, as far as they are known.</param>
/// <param name="IsRestricted">True when only some roles may see the entry.</param>
internal sealed record EntryCard(
    string ContentItemId, string Title, string Url, string Kind, string Summary, string? Mandatory, IReadOnlyList<string> Facts, bool IsRestricted);
