using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

/// <summary>Says how many items refer to an id: of another item, of a term or of a file.</summary>
public sealed class ContentUses(PortalDb db)
{
    /// <summary>Counts the items whose latest or published version names the id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="except">The id of the item that does not count, usually the one that holds it.</param>
    /// <param name="cancellation">Stops the count.</param>
    public Task<int> CountAsync(string id, string except, CancellationToken cancellation = default)
    {
        var quoted = $"\"{id}\"";
        return db.Set<ContentItemRow>()
            .Where(row => (row.Latest || row.Published) && row.ContentItemId != except && row.Json.Contains(quoted))
            .Select(row => row.ContentItemId).Distinct().CountAsync(cancellation);
    }
}
