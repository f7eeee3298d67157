using LearningDev.Catalogue.Search;
using LearningDev.Content.Items;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Entries;

/// <summary>Finds entries for what people do with them; an entry that the current person may not see is not found.</summary>
internal sealed class VisibleEntries(PortalDb db, ContentRoutes routes, SearchService search, CatalogueSearch catalogue)
{
    public async Task<CatalogueEntry?> FindAsync(string contentItemId, CancellationToken cancellation) =>
        (await search.VisibleAsync([contentItemId], await catalogue.ReaderAsync(), cancellation)).Count == 0
            ? null
            : await db.CatalogueEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.ContentItemId == contentItemId, cancellation);

    /// <summary>The entry that has or had an address.</summary>
    public async Task<CatalogueEntry?> AtAsync(string slug, CancellationToken cancellation) =>
        await routes.FindAsync(CatalogueLinks.Entry(slug), cancellation) is { } id ? await FindAsync(id, cancellation) : null;
}
