using System.Data.Common;
using System.Text.Json;
using LearningDev.Content.Items;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Planning;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Importing.Working;

/// <summary>
/// Finds out what becomes of the rows of a file, or does it. Rows are imported a few at a time, each few in a transaction of their own together with what is
/// written down of them, so that others can save meanwhile and an import that is stopped goes on where it was.
/// </summary>
internal sealed class SheetWorking(PortalDb db, SheetOpening opening, SheetPlanner planner, ContentItems items, IEvents events, TimeProvider time)
{
    private const int BatchSize = 200;
    private static readonly Dictionary<int, string> NoIds = [];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Does what the import's state asks for, and keeps what came of it.</summary>
    public async Task WorkAsync(QueuedWork<SheetPlace> work, CancellationToken cancellation)
    {
        if (await db.Set<KeptSheet>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == work.Id, cancellation) is not { } kept)
        {
            return;
        }

        try
        {
            if (kept.State == KeptSheetState.Checking)
            {
                await CheckAsync(kept, await opening.OpenAsync(kept, cancellation), work, cancellation);
            }
            else if (kept.State == KeptSheetState.Running)
            {
                await RunAsync(kept, await opening.OpenAsync(kept, cancellation), work, cancellation);
            }
        }
        catch (SheetFileException fault)
        {
            await FailAsync(kept.Id, fault.Message, cancellation);
        }
    }

    /// <summary>Keeps why an import could not be checked or gone on with.</summary>
    public Task FailAsync(string id, string why, CancellationToken cancellation) => SaveAsync(
        id,
        kept =>
        {
            kept.State = KeptSheetState.Checked;
            kept.Failure = why;
        },
        cancellation);

    private async Task CheckAsync(KeptSheet kept, OpenSheet open, QueuedWork<SheetPlace> work, CancellationToken cancellation)
    {
        await db.Set<KeptSheetRow>().Where(row => row.SheetId == kept.Id).ExecuteDeleteAsync(cancellation);
        var (done, wrong) = (0, 0);
        foreach (var rows in open.File.Rows.Chunk(BatchSize))
        {
            var plan = await planner.PlanAsync(open, rows, NoIds, cancellation);
            wrong += plan.Count(row => row.Outcome == RowOutcome.Wrong);
            db.AddRange(plan.Select(row => Row(kept.Id, row)));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            done += rows.Length;
            await TellAsync(work, done, open.File.Rows.Count, cancellation);
        }

        await SaveAsync(
            kept.Id,
            row =>
            {
                row.State = KeptSheetState.Checked;
                row.Rows = open.File.Rows.Count;
                row.Wrong = wrong;
                row.Failure = "";
            },
            cancellation);
    }

    private async Task RunAsync(KeptSheet kept, OpenSheet open, QueuedWork<SheetPlace> work, CancellationToken cancellation)
    {
        var byNumber = open.File.Rows.ToDictionary(row => row.Number);
        var all = await db.Set<KeptSheetRow>().CountAsync(row => row.SheetId == kept.Id && (row.Outcome == RowOutcome.Add || row.Outcome == RowOutcome.Change), cancellation);
        while (true)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var rows = await db.Set<KeptSheetRow>().AsNoTracking()
                .Where(row => row.SheetId == kept.Id && !row.IsDone && (row.Outcome == RowOutcome.Add || row.Outcome == RowOutcome.Change))
                .OrderBy(row => row.Number).Take(BatchSize).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                await EndAsync(kept, cancellation);
                await transaction.CommitAsync(CancellationToken.None);
                return;
            }

            await RunAsync(open, rows, byNumber, cancellation);
            db.UpdateRange(rows);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            var left = await db.Set<KeptSheetRow>().CountAsync(row => row.SheetId == kept.Id && !row.IsDone && (row.Outcome == RowOutcome.Add || row.Outcome == RowOutcome.Change), cancellation);
            await TellAsync(work, all - left, all, cancellation);
        }
    }

    /// <summary>Plans the rows once more, because somebody may have saved an item since they were looked at, and saves what is as it was.</summary>
    private async Task RunAsync(OpenSheet open, List<KeptSheetRow> rows, Dictionary<int, SheetRow> byNumber, CancellationToken cancellation)
    {
        var plan = (await planner.PlanAsync(
            open, [.. rows.Select(row => byNumber.GetValueOrDefault(row.Number)).OfType<SheetRow>()],
            rows.Where(row => row.Outcome == RowOutcome.Add).ToDictionary(row => row.Number, row => row.ItemId), cancellation)).ToDictionary(row => row.Number);
        List<(KeptSheetRow Row, PlannedRow Plan)> changes = [];
        foreach (var row in rows)
        {
            if (!plan.TryGetValue(row.Number, out var planned))
            {
                Refuse(row, [new RowDetail("", "The row is not in the file any more")]);
            }
            else if (planned.Outcome == RowOutcome.Unchanged)
            {
                row.Outcome = RowOutcome.Unchanged;
            }
            else if (planned.Outcome == RowOutcome.Wrong)
            {
                Refuse(row, planned.Details);
            }
            else if (planned.Outcome != row.Outcome || planned.Item!.ContentItemVersionId != row.VersionId || planned.Item.Revision != row.Revision)
            {
                Refuse(row, [new RowDetail("", "The item was saved by somebody after you checked the file, and is left as it is. Check again to import the row")]);
            }
            else
            {
                changes.Add((row, planned));
            }
        }

        foreach (var publish in new[] { true, false })
        {
            List<(KeptSheetRow Row, PlannedRow Plan)> some = [.. changes.Where(change => change.Plan.Publish == publish)];
            if (some.Count > 0 && !await SaveAsync(some, publish, cancellation))
            {
                // Something stands against one of them: each by itself tells against which.
                foreach (var change in some)
                {
                    await SaveAsync([change], publish, cancellation);
                }
            }
        }
    }

    private async Task<bool> SaveAsync(List<(KeptSheetRow Row, PlannedRow Plan)> changes, bool publish, CancellationToken cancellation)
    {
        try
        {
            await db.UndoablyAsync(() => items.ImportAllAsync([.. changes.Select(change => change.Plan.Item!)], publish, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is ContentInvalidException or ContentConflictException or DbUpdateException or DbException)
        {
            if (changes is [var only])
            {
                Refuse(only.Row, fault is ContentInvalidException invalid
                    ? [.. invalid.Errors.Select(error => new RowDetail("", error.Message))]
                    : [new RowDetail("", fault is ContentConflictException conflict ? conflict.Message : "The item cannot be saved")]);
            }

            return false;
        }

        foreach (var (row, _) in changes)
        {
            row.IsDone = true;
        }

        return true;
    }

    private async Task EndAsync(KeptSheet kept, CancellationToken cancellation)
    {
        var counts = await db.Set<KeptSheetRow>().Where(row => row.SheetId == kept.Id).GroupBy(row => row.Outcome)
            .Select(group => new { Outcome = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Outcome, group => group.Count, cancellation);
        var (added, changed, wrong) = (counts.GetValueOrDefault(RowOutcome.Add), counts.GetValueOrDefault(RowOutcome.Change), counts.GetValueOrDefault(RowOutcome.Wrong));
        await SaveAsync(
            kept.Id,
            row =>
            {
                row.State = KeptSheetState.Done;
                (row.Added, row.Changed, row.Wrong) = (added, changed, wrong);
            },
            cancellation);
        await events.PublishAsync(new SheetImported(kept.Id, kept.FileName, kept.ContentType, added, changed, wrong), cancellation);
    }

    private async Task TellAsync(QueuedWork<SheetPlace> work, int done, int of, CancellationToken cancellation)
    {
        var now = Now;
        work.Report(new SheetPlace(done, of));
        await db.Set<KeptSheet>().Where(row => row.Id == work.Id).ExecuteUpdateAsync(
            row => row.SetProperty(kept => kept.Worked, done).SetProperty(kept => kept.Rows, kept => kept.State == KeptSheetState.Checking ? of : kept.Rows).SetProperty(kept => kept.AliveUtc, now), cancellation);
    }

    private async Task SaveAsync(string id, Action<KeptSheet> change, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await db.Set<KeptSheet>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } kept)
        {
            change(kept);
            kept.EndedUtc = Now;
            kept.Version++;
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static void Refuse(KeptSheetRow row, IReadOnlyList<RowDetail> details)
    {
        row.Outcome = RowOutcome.Wrong;
        row.Details = JsonSerializer.Serialize(details, PortalJson.Compact);
    }

    private static KeptSheetRow Row(string sheetId, PlannedRow row) => new()
    {
        SheetId = sheetId,
        Number = row.Number,
        Outcome = row.Outcome,
        ItemId = row.Item?.ContentItemId ?? "",
        VersionId = row.Item?.ContentItemVersionId ?? "",
        Revision = row.Item?.Revision ?? 0,
        Title = row.Title.Length <= KeptSheetRow.TitleLength ? row.Title : row.Title[..KeptSheetRow.TitleLength],
        Details = JsonSerializer.Serialize(row.Details, PortalJson.Compact),
    };
}

/// <summary>How far the work on an import is.</summary>
/// <param name="Done">The rows that are done.</param>
/// <param name="Of">All that are to be done.</param>
internal sealed record SheetPlace(int Done, int Of);
