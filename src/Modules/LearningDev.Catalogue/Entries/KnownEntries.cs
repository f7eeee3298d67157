using System.Collections.Concurrent;
using LearningDev.Content.Search;

namespace LearningDev.Catalogue.Entries;

/// <summary>
/// Keeps the rows of entries that searches have shown. A row is written together with the entry's search document, so it is right for as long as
/// the version of that document is the one it was read with.
/// </summary>
internal sealed class KnownEntries
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, (long Version, CatalogueEntry Entry)> kept = new();

    /// <summary>The row of a hit; null when it is not kept, or was written since.</summary>
    public CatalogueEntry? Find(SearchHit hit) =>
        kept.TryGetValue(hit.ContentItemId, out var known) && known.Version == hit.Version ? known.Entry : null;

    /// <summary>Keeps the row of a hit, which must have been read after the search.</summary>
    public void Keep(SearchHit hit, CatalogueEntry entry)
    {
        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        kept[hit.ContentItemId] = (hit.Version, entry);
    }
}
