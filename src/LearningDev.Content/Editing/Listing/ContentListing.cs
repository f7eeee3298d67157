using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Listing;

/// <summary>Finds items for the editors' list: the newest first, a page at a time.</summary>
internal sealed class ContentListing(PortalDb db, ContentDefinitions definitions, ISettings settings, AuthorNames authors)
{
    // U+0000 stands in no title, and PostgreSQL does not take it.
    private static readonly char[] Between = [' ', '\0'];

    public async Task<ListingPage> FindAsync(ListingQuery query, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var types = set.Types.Where(type => type.TypeSettings.Listable).OrderBy(type => type.DisplayName).ToList();
        var rows = Matching(query, [.. types.Select(type => type.Name)]);
        var count = await rows.CountAsync(cancellation);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Clamp(query.Page, 1, pages);
        var found = await rows
            .OrderByDescending(row => row.ModifiedUtc).ThenByDescending(row => row.Id)
            .Skip((page - 1) * size).Take(size)
            .Select(row => new
            {
                row.ContentItemId,
                row.ContentType,
                row.DisplayText,
                row.Author,
                row.ModifiedUtc,
                row.Latest,
                row.Published,
                row.ArchivedUtc,
                HasPublished = db.Set<ContentItemRow>().Any(other => other.ContentItemId == row.ContentItemId && other.Published),
            })
            .ToListAsync(cancellation);
        var names = await authors.FindAsync(found.Select(row => row.Author), cancellation);
        return new ListingPage(types, count, page, pages,
        [
            .. found.Select(row => new ListedItem(
                row.ContentItemId, row.DisplayText.Length > 0 ? row.DisplayText : "Without a title",
                set.FindType(row.ContentType)?.DisplayName ?? row.ContentType,
                ItemStates.Of(row.Latest, row.Published, row.HasPublished, row.ArchivedUtc is not null), names[row.Author], row.ModifiedUtc)),
        ]);
    }

    private IQueryable<ContentItemRow> Matching(ListingQuery query, List<string> types)
    {
        var all = db.Set<ContentItemRow>().AsNoTracking();
        var rows = query.State switch
        {
            ItemState.Published => all.Where(row => row.Latest && row.Published),
            ItemState.Draft => all.Where(row => row.Latest && !row.Published && row.ArchivedUtc == null
                && !all.Any(other => other.ContentItemId == row.ContentItemId && other.Published)),
            ItemState.NewerDraft => all.Where(row => row.Latest && !row.Published
                && all.Any(other => other.ContentItemId == row.ContentItemId && other.Published)),
            ItemState.Archived => all.Where(row => row.Latest && row.ArchivedUtc != null),
            _ => all.Where(row => row.Latest && row.ArchivedUtc == null),
        };
        if (string.IsNullOrEmpty(query.Type))
        {
            rows = rows.Where(row => types.Contains(row.ContentType));
        }
        else
        {
            var type = types.Find(name => name == query.Type) ?? "";
            rows = rows.Where(row => row.ContentType == type);
        }

        // EF Core turns ToLower into SQL's lower; the forms with a culture are not for it.
#pragma warning disable CA1304, CA1311, CA1862
        foreach (var word in (query.Words ?? "").ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            rows = rows.Where(row => row.DisplayText.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862

        return rows;
    }
}

/// <summary>What the list is asked for.</summary>
/// <param name="Type">The name of a type; empty for all that are listed.</param>
/// <param name="State">A state; null for all but archived.</param>
/// <param name="Words">Words that the title must have.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record ListingQuery(string? Type, ItemState? State, string? Words, int Page)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Type) || State is not null || !string.IsNullOrWhiteSpace(Words);
}

/// <summary>A page of the list.</summary>
internal sealed record ListingPage(IReadOnlyList<ContentTypeDefinition> Types, int Count, int Page, int Pages, IReadOnlyList<ListedItem> Items);

/// <summary>An item in the list.</summary>
internal sealed record ListedItem(string Id, string Title, string Type, ItemState State, string SavedBy, DateTime? SavedUtc);
