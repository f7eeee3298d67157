using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Versions;

/// <summary>The versions of an item: who made them, when and why (CMS-01).</summary>
internal sealed class ItemHistory(PortalDb db, AuthorNames authors, ISettings settings)
{
    private DbSet<ContentItemRow> Rows => db.Set<ContentItemRow>();

    /// <summary>A page of the versions, the newest first; null when nothing was ever saved under the id.</summary>
    public async Task<HistoryPage?> PageAsync(string contentItemId, int page, CancellationToken cancellation)
    {
        var rows = Rows.AsNoTracking().Where(row => row.ContentItemId == contentItemId);
        var count = await rows.CountAsync(cancellation);
        if (count == 0)
        {
            return null;
        }

        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var pages = (count + size - 1) / size;
        page = Math.Clamp(page, 1, pages);

        // One more than is shown: the last of the page is compared with the version before it.
        var found = await rows.OrderByDescending(row => row.Number).Skip((page - 1) * size).Take(size + 1)
            .Select(row => new HistoryVersion(
                row.Number, row.ContentItemVersionId, row.DisplayText, row.Author, row.ModifiedUtc, row.PublishedUtc, row.Latest, row.Published, row.Note))
            .ToListAsync(cancellation);
        var active = await rows.Where(row => row.Latest || row.Published)
            .Select(row => new { row.Latest, row.Published, row.DisplayText, row.Number, row.ArchivedUtc, row.ArchivedBy }).ToListAsync(cancellation);
        var latest = active.Find(row => row.Latest);
        List<HistoryVersion> shown = [.. found.Take(size)];
        return new HistoryPage(count, page, pages, shown, found.Skip(1).Select(version => (int?)version.Number).Append(null).Take(shown.Count).ToList())
        {
            Name = ItemNames.Of(latest?.DisplayText ?? shown[0].Title),
            State = ItemStates.Of(latest is not null, latest?.Published == true, active.Exists(row => row.Published), latest?.ArchivedUtc is not null),
            NewestNumber = latest?.Number ?? 0,
            ArchivedUtc = latest?.ArchivedUtc,
            ArchivedBy = latest?.ArchivedBy,
            Names = await authors.FindAsync([.. shown.Select(version => version.Author), latest?.ArchivedBy], cancellation),
        };
    }

    /// <summary>Reads versions of an item by their numbers, or by the number's place for those that are not given.</summary>
    /// <param name="contentItemId">The item's id.</param>
    /// <param name="earlier">The number of the earlier version; null for the one before the later.</param>
    /// <param name="later">The number of the later version; null for the newest.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>The two; null for one that there is not.</returns>
    public async Task<(ContentItem? Earlier, ContentItem? Later)> PairAsync(string contentItemId, int? earlier, int? later, CancellationToken cancellation)
    {
        var rows = Rows.AsNoTracking().Where(row => row.ContentItemId == contentItemId);
        var second = await (later is null ? rows.OrderByDescending(row => row.Number) : rows.Where(row => row.Number == later)).FirstOrDefaultAsync(cancellation);
        var before = second?.Number ?? 0;
        var first = await (earlier is null ? rows.Where(row => row.Number < before).OrderByDescending(row => row.Number) : rows.Where(row => row.Number == earlier))
            .FirstOrDefaultAsync(cancellation);
        return (first?.ToItem(), second?.ToItem());
    }

    /// <summary>A version by its id; null when the item has none of it.</summary>
    public async Task<ContentItem?> FindAsync(string contentItemId, string versionId, CancellationToken cancellation) =>
        (await Rows.AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == contentItemId && row.ContentItemVersionId == versionId, cancellation))?.ToItem();
}

/// <summary>A version as the history lists it.</summary>
internal sealed record HistoryVersion(
    int Number, string Id, string Title, string? Author, DateTime? SavedUtc, DateTime? PublishedUtc, bool IsLatest, bool IsPublished, string Note);

/// <summary>A page of an item's history.</summary>
/// <param name="Count">How many versions there are.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Versions">The versions of the page, the newest first.</param>
/// <param name="Before">For each of them the number of the version before it; null for the first that was ever made.</param>
internal sealed record HistoryPage(int Count, int Page, int Pages, IReadOnlyList<HistoryVersion> Versions, IReadOnlyList<int?> Before)
{
    public required string Name { get; init; }

    public required ItemState State { get; init; }

    /// <summary>The number of the latest version; 0 when the item is in the bin.</summary>
    public required int NewestNumber { get; init; }

    public DateTime? ArchivedUtc { get; init; }

    public string? ArchivedBy { get; init; }

    public required AuthorNames.Names Names { get; init; }
}
