using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Audit;

/// <summary>Reads the audit from the newest row backwards, a page at a time. A page costs one query, however long the audit has grown.</summary>
internal sealed class AuditReader(PortalDb db)
{
    /// <summary>Reads a page of the rows that pass the filter.</summary>
    /// <param name="filter">Which rows.</param>
    /// <param name="before">Only rows older than this one; null from the newest.</param>
    /// <param name="after">Only rows newer than this one, the oldest of them; before it <paramref name="before"/> does not count.</param>
    /// <param name="size">How many rows a page has.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<AuditPage> ReadAsync(AuditFilter filter, long? before, long? after, int size, CancellationToken cancellation)
    {
        var rows = filter.Apply(db.AuditEntries.AsNoTracking());
        if (after is { } newerThan)
        {
            var upwards = await rows.Where(row => row.Id > newerThan).OrderBy(row => row.Id).Take(size + 1).ToListAsync(cancellation);
            return new AuditPage([.. upwards.Take(size).Reverse()], HasNewer: upwards.Count > size, HasOlder: true);
        }

        if (before is { } olderThan)
        {
            rows = rows.Where(row => row.Id < olderThan);
        }

        var downwards = await rows.OrderByDescending(row => row.Id).Take(size + 1).ToListAsync(cancellation);
        return new AuditPage([.. downwards.Take(size)], HasNewer: before is not null, HasOlder: downwards.Count > size);
    }

    /// <summary>The newest rows that pass the filter, one after the other.</summary>
    public IAsyncEnumerable<AuditEntry> ReadNewestAsync(AuditFilter filter, int most) =>
        filter.Apply(db.AuditEntries.AsNoTracking()).OrderByDescending(row => row.Id).Take(most).AsAsyncEnumerable();

    /// <summary>Finds a row by its number; null when there is none.</summary>
    public Task<AuditEntry?> FindAsync(long id, CancellationToken cancellation) =>
        db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The kinds of thing that the audit speaks of, by name.</summary>
    public Task<List<string>> KindsAsync(CancellationToken cancellation) => DistinctAsync("subject_kind", cancellation);

    /// <summary>The events that the audit speaks of, by name in code.</summary>
    public Task<List<string>> EventsAsync(CancellationToken cancellation) => DistinctAsync("event", cancellation);

    // From one value to the next in the index: SELECT DISTINCT reads the whole of it, which grows with the audit.
    private async Task<List<string>> DistinctAsync(string column, CancellationToken cancellation)
    {
#pragma warning disable EF1002 // The names are this class's own.
        var values = await db.Database.SqlQueryRaw<string>(
            $"""
            WITH RECURSIVE known (value) AS (
                SELECT min({column}) FROM audit_entry
                UNION ALL
                SELECT (SELECT min({column}) FROM audit_entry WHERE {column} > known.value) FROM known WHERE known.value IS NOT NULL)
            SELECT value AS "Value" FROM known WHERE value <> ''
            """).ToListAsync(cancellation);
#pragma warning restore EF1002
        values.Sort(StringComparer.Ordinal);
        return values;
    }
}

/// <summary>A page of the audit, newest row first.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Rows, bool HasNewer, bool HasOlder);
