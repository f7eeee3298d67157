using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

/// <summary>Says what has ever been on the portal.</summary>
public sealed class PublishingHistory(PortalDb db)
{
    /// <summary>Those of the items that everybody sees now or could see before.</summary>
    public async Task<IReadOnlySet<string>> EverPublishedAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellation = default)
    {
        if (contentItemIds.Count == 0)
        {
            return new HashSet<string>();
        }

        var ids = contentItemIds.ToList();
        var known = await db.Set<ContentItemRow>().Where(row => EF.Parameter(ids).Contains(row.ContentItemId) && (row.Published || row.PublishedUtc != null))
            .Select(row => row.ContentItemId).ToHashSetAsync(cancellation);

        // Unpublishing leaves no time behind, but the address goes on belonging to what was once published under it.
        known.UnionWith(await db.Set<ContentRoute>().Where(route => route.WasPublished && EF.Parameter(ids).Contains(route.ContentItemId))
            .Select(route => route.ContentItemId).ToListAsync(cancellation));
        return known;
    }
}
