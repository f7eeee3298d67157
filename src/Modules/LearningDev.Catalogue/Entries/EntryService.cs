using LearningDev.Catalogue.Pathways;
using LearningDev.Catalogue.Search;
using LearningDev.Content;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Pages;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Entries;

/// <summary>Gathers what an entry's page tells (CAT-02), for the current person.</summary>
internal sealed class EntryService(
    PortalDb db, ContentItems items, ContentRoutes routes, ContentDefinitions definitions, CatalogueSearch catalogue, SearchService search,
    FacetLabels labels, EntryCards cards, PathwayService pathways, ShownFields shown, ItemVisibility visibility, ISettings settings, RolePermissions permissions, CurrentPerson person)
{
    private const int RelatedCount = 3;
    private static readonly HashSet<string> RelatedBy = [CatalogueFacets.Topic, CatalogueFacets.Provider, CatalogueFacets.Includes];

    /// <summary>Finds the entry at an address; null when there is none or the person may not know of it.</summary>
    public async Task<EntryDetails?> FindAsync(string slug, CancellationToken cancellation)
    {
        var path = CatalogueLinks.Entry(slug);
        if (await routes.FindAsync(path, cancellation) is not { } id
            || await items.FindAsync(id, VersionChoice.Published, cancellation) is not { } item
            || await db.CatalogueEntries.AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == id, cancellation) is not { } entry)
        {
            return null;
        }

        var reader = await catalogue.ReaderAsync();
        if (!reader.Sees(visibility.ReadersOf(item)))
        {
            return null;
        }

        var names = await labels.GetAsync(cancellation);
        var kind = item.As<KindPart>(item.ContentType);
        return new EntryDetails
        {
            Item = item,
            Entry = entry,
            Learning = item.As<LearningPart>(),
            Kind = kind,
            KindName = EntryCards.KindName(await definitions.GetAsync(cancellation), entry),
            Names = names,
            Words = new FieldWords((await definitions.GetAsync(cancellation)).FindPart(nameof(LearningPart))),
            MinutesPerDay = (await settings.GetAsync<CatalogueSettings>(cancellation)).MinutesPerDay,
            Provider = await ProviderAsync(item, cancellation),
            OwnerName = entry.OwnerId is null ? null : await db.Users.Where(person => person.Id == entry.OwnerId)
                .Select(person => person.GivenName + " " + person.FamilyName).SingleOrDefaultAsync(cancellation),
            Pathways = await pathways.OfEntryAsync(id, entry.Slug, cancellation),
            Related = await CardsAsync(
                [.. (await search.SimilarAsync(id, RelatedBy, CatalogueIndex.Collection, reader, RelatedCount, cancellation)).Select(hit => hit.ContentItemId)],
                reader, names, cancellation),
            Own = await shown.OfPageAsync(item, cancellation: cancellation),
            MayEdit = await permissions.MayAsync(person.Principal, ContentModule.EditContent.Name),
        };
    }

    /// <summary>The title of the archived entry at an address; null when there is none or the person may not know of it.</summary>
    public async Task<string?> ArchivedTitleAsync(string slug, CancellationToken cancellation)
    {
        if (await routes.FindAsync(CatalogueLinks.Entry(slug), cancellation) is not { } id
            || await items.FindAsync(id, VersionChoice.Latest, cancellation) is not { ArchivedUtc: not null } item)
        {
            return null;
        }

        return await visibility.MaySeeAsync(item, cancellation) ? item.DisplayText : null;
    }

    private async Task<ContentItem?> ProviderAsync(ContentItem item, CancellationToken cancellation) =>
        item.As<LearningPart>().Provider.ContentItemIds is [var id, ..] ? await items.FindAsync(id, VersionChoice.Published, cancellation) : null;

    private async Task<IReadOnlyList<EntryCard>> CardsAsync(
        IReadOnlyList<string> ids, SearchReader reader, FacetNames names, CancellationToken cancellation)
    {
        var visible = await search.VisibleAsync(ids, reader, cancellation);
        return await cards.MakeAsync([.. ids.Where(visible.Contains)], names, cancellation);
    }
}

/// <summary>What an entry's page tells.</summary>
internal sealed record EntryDetails
{
    public required ContentItem Item { get; init; }

    public required CatalogueEntry Entry { get; init; }

    public required LearningPart Learning { get; init; }

    public required KindPart Kind { get; init; }

    public required string KindName { get; init; }

    public required FacetNames Names { get; init; }

    public required FieldWords Words { get; init; }

    public required int MinutesPerDay { get; init; }

    public required ContentItem? Provider { get; init; }

    public required string? OwnerName { get; init; }

    public required EntryPathways Pathways { get; init; }

    public required IReadOnlyList<EntryCard> Related { get; init; }

    /// <summary>What the page shows of the fields that editors have added.</summary>
    public required IReadOnlyList<ShownField> Own { get; init; }

    public required bool MayEdit { get; init; }

    /// <summary>Where the learning itself is, with the words of the button that leads there; null when it has no place on the web.</summary>
    public (string Url, string Text)? Start => (Kind.Launch ?? Kind.Link ?? Kind.Website) is { Url: { Length: > 0 } url } link
        ? (url, link.Text is { Length: > 0 } text ? text : Kind.Launch is not null ? "Start the module" : Kind.Link is not null ? "Open the resource" : "Visit the website")
        : null;
}

/// <summary>The names of the learning part's fields and of their choices.</summary>
internal sealed record FieldWords(ContentPartDefinition? Part)
{
    /// <summary>The name of a field, as editors have written it.</summary>
    public string TitleOf(string fieldName) => Part?.Fields.Find(candidate => candidate.Name == fieldName)?.DisplayName ?? fieldName;

    public string NameOf(string fieldName, string? value) =>
        FacetLabels.Options(Part, fieldName).FirstOrDefault(option => option.Value == value)?.Name ?? value ?? "";

    public string NamesOf(string fieldName, IEnumerable<string> values) => string.Join(", ", values.Select(value => NameOf(fieldName, value)));
}
