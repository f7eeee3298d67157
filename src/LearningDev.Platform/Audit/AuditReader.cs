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

    /// <summary>The kinds of thing that the audit speaks of, by name.</summary>
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellation) =>
        await db.AuditEntries.Select(row => row.SubjectKind).Distinct().OrderBy(kind => kind).ToListAsync(cancellation);
}

/// <summary>Which rows of the audit are wanted; empty means all. Names and text match in part, without regard to case.</summary>
internal sealed record AuditFilter(string? Person, string? Kind, string? Text)
{
    public bool IsEmpty => Wanted(Person) is null && Wanted(Kind) is null && Wanted(Text) is null;

#pragma warning disable CA1304, CA1311, CA1862 // The database compares: it knows no culture and no StringComparison.
    public IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> rows)
    {
        if (Wanted(Person) is { } person)
        {
            rows = rows.Where(row => row.PersonName.ToLower().Contains(person));
        }

        if (Wanted(Kind) is { } kind)
        {
            rows = rows.Where(row => row.SubjectKind.ToLower() == kind);
        }

        if (Wanted(Text) is { } text)
        {
            rows = rows.Where(row => row.Summary.ToLower().Contains(text) || row.SubjectName.ToLower().Contains(text));
        }

        return rows;
    }
#pragma warning restore CA1304, CA1311, CA1862

    // PostgreSQL knows no text with U+0000, so no row has it either.
    private static string? Wanted(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Replace('\0', '\uFFFD').Trim().ToLowerInvariant();
}

/// <summary>A page of the audit, newest row first.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Rows, bool HasNewer, bool HasOlder);
