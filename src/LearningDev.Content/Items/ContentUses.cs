using LearningDev.Content.Items.Readers;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

/// <summary>Says how many items refer to an id: of another item, of a term or of a file.</summary>
public sealed class ContentUses
{
    private readonly PortalDb db;
    private readonly PrivateTypes privates;

    private readonly ItemVisibility visibility;

    internal ContentUses(PortalDb db, PrivateTypes privates, ItemVisibility visibility) => (this.db, this.privates, this.visibility) = (db, privates, visibility);

    /// <summary>Counts the items whose latest or published version names the id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="except">The id of the item that does not count, usually the one that holds it.</param>
    /// <param name="cancellation">Stops the count.</param>
    public Task<int> CountAsync(string id, string except, CancellationToken cancellation = default) =>
        Naming(id, except).Select(row => row.ContentItemId).Distinct().CountAsync(cancellation);

    /// <summary>Finds the items whose latest or published version names the id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="except">The id of the item that does not count, usually the one that holds it.</param>
    /// <param name="most">How many names are read; the others are only counted.</param>
    /// <param name="cancellation">Stops the search.</param>
    internal async Task<ItemUses> FindAsync(string id, string except, int most, CancellationToken cancellation)
    {
        var seen = await visibility.SeenAsync(Naming(id, except), row => row.ContentItemId, cancellation);
        var first = await seen.Where(row => !EF.Parameter(privates.Names).Contains(row.ContentType)).GroupBy(row => row.ContentItemId)
            .Select(versions => new { Id = versions.Key, Name = versions.Max(row => row.DisplayText) })
            .OrderBy(item => item.Name).ThenBy(item => item.Id).Take(most + 1).ToListAsync(cancellation);
        return new ItemUses(
            first.Count <= most ? first.Count : await CountAsync(id, except, cancellation),
            [.. first.Take(most).Select(item => new ItemUse(item.Id, item.Name ?? ""))]);
    }

    private IQueryable<ContentItemRow> Naming(string id, string except)
    {
        var quoted = $"\"{id}\"";
        return db.Set<ContentItemRow>().Where(row => (row.Latest || row.Published) && row.ContentItemId != except && row.Json.Contains(quoted));
    }
}

/// <summary>Items that refer to an id.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first of them by name.</param>
internal sealed record ItemUses(int Count, IReadOnlyList<ItemUse> First);

/// <summary>An item that refers to an id.</summary>
internal sealed record ItemUse(string ContentItemId, string Name);
