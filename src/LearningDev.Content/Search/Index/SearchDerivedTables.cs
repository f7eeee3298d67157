using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Index;

/// <summary>The search index follows from what is published, and is in no backup.</summary>
internal sealed class SearchDerivedTables(SearchUpkeep upkeep) : IDerivedTables
{
    private static readonly HashSet<string> Tables = ["search_document", "search_facet", "search_word", "search_state"];

    public bool Has(string table) => Tables.Contains(table);

    public async Task EmptyAsync(PortalDb db, CancellationToken cancellation)
    {
        // An index of version 0 is written anew at the next start, should this process not live to do so.
        await db.Database.ExecuteSqlRawAsync(
            db.IsSqlite
                ? "DELETE FROM search_facet; DELETE FROM search_document; DELETE FROM search_word; INSERT INTO search_text (search_text) VALUES ('delete-all'); UPDATE search_state SET stems = 0, version = version + 1"
                : "DELETE FROM search_posting; DELETE FROM search_facet; DELETE FROM search_document; DELETE FROM search_word; UPDATE search_state SET stems = 0, version = version + 1",
            cancellation);
    }

    public Task FillAsync(CancellationToken cancellation) => upkeep.RunAsync(everything: true, progress: null, cancellation);
}
