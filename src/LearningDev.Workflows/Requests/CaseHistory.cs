using LearningDev.Platform.Data;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Requests;

/// <summary>The history of a case in plain words, made of its journal.</summary>
internal sealed class CaseHistory(PortalDb db)
{
    private const int Most = 500;

    /// <summary>What has happened, the earliest first; of a very long history the end.</summary>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(string caseId, CancellationToken cancellation)
    {
        var rows = await db.CaseJournal.AsNoTracking().Where(row => row.CaseId == caseId && (row.Words != "" || row.Status == JournalStatus.Faulted))
            .OrderByDescending(row => row.Sequence).Take(Most).Select(row => new { row.StartedUtc, row.Words, row.Status }).ToListAsync(cancellation);
        // What went wrong in the machinery is for administrators.
        return [.. rows.Select(row => new HistoryLine(row.StartedUtc, row.Words.Length > 0 ? row.Words : "Something went wrong. An administrator has to look at it")).Reverse()];
    }
}

/// <summary>Something that has happened.</summary>
internal sealed record HistoryLine(DateTime AtUtc, string Words);
