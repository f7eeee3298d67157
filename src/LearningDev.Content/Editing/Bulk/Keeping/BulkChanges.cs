using LearningDev.Content.Editing.Bulk.Working;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Bulk.Keeping;

/// <summary>Keeps changes of many items from the choice until some days after they were made, each for the person whose it is (CMS-01).</summary>
internal sealed class BulkChanges(PortalDb db, BulkWorkers workers, CurrentPerson person, ISettings settings, IEvents events, TimeProvider time)
{
    /// <summary>How long a change that nobody confirms is kept.</summary>
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(1);

    private const int Batch = 1000;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Finds a change of the current person; null when there is none, or it has expired.</summary>
    public async Task<BulkChange?> FindAsync(string id, CancellationToken cancellation)
    {
        var now = Now;

        // Asked first: who has just ended has written down what came of it.
        var isWorkedOn = workers.Find(id) is not null;
        var change = await db.Set<BulkChange>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person.Id && row.ExpiresUtc > now, cancellation);
        if (change is { State: BulkState.Checking or BulkState.Running } && !isWorkedOn)
        {
            // On SQLite there is one node only, and it knows what it does.
            change.IsInterrupted = db.IsSqlite || change.AliveUtc < now - BulkWorker.LongestSilence;
        }

        return change;
    }

    /// <summary>Keeps a choice, and begins to find out what would happen to each item.</summary>
    /// <param name="chosen">What is to be done; its person and times are set here.</param>
    /// <param name="contentItemIds">The items, in the order in which they are listed.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>Its id.</returns>
    public async Task<string> ChooseAsync(BulkChoice chosen, IReadOnlyList<string> contentItemIds, CancellationToken cancellation)
    {
        await DeleteExpiredAsync(cancellation);
        var change = new BulkChange
        {
            PersonId = person.Id ?? throw new InvalidOperationException("Nobody is signed in."),
            Action = chosen.Action,
            Value = chosen.Value,
            ValueName = chosen.ValueName.Length <= BulkChange.NameLength ? chosen.ValueName : chosen.ValueName[..BulkChange.NameLength],
            Note = chosen.Note,
            Count = contentItemIds.Count,
            List = chosen.List.Length <= BulkChange.AddressLength ? chosen.List : "",
            ExpiresUtc = Now + Unconfirmed,
            BegunUtc = Now,
            AliveUtc = Now,
        };
        db.Add(change);
        await db.SaveChangesAsync(cancellation);
        foreach (var few in contentItemIds.Index().Chunk(Batch))
        {
            db.AddRange(few.Select(pair => new BulkItem { BulkId = change.Id, Number = pair.Index + 1, ContentItemId = pair.Item }));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        await events.PublishAsync(new BulkChangeChosen(change.Id, change.Heading), cancellation);
        WorkOnCommit(change);
        return change.Id;
    }

    /// <summary>Begins what the person has seen, or goes on with what was interrupted.</summary>
    /// <returns>False when it is being worked on or was done already.</returns>
    public async Task<bool> RunAsync(BulkChange change, CancellationToken cancellation)
    {
        var isChecking = change is { State: BulkState.Checking, IsInterrupted: true };
        if (change.State != BulkState.Checked && !change.IsInterrupted)
        {
            return false;
        }

        var keepDays = (await settings.GetAsync<BulkSettings>(cancellation)).KeepDays;
        db.Attach(change);
        change.State = isChecking ? BulkState.Checking : BulkState.Running;
        change.BegunUtc = change.AliveUtc = Now;
        change.ExpiresUtc = isChecking ? change.ExpiresUtc : Now.AddDays(keepDays);
        change.Version++;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was quicker: the other click of a double click, or another window.
            db.ChangeTracker.Clear();
            return false;
        }

        await (isChecking
            ? events.PublishAsync(new BulkChangeChosen(change.Id, change.Heading), cancellation)
            : events.PublishAsync(new BulkChangeBegun(change.Id, change.Heading) { Reason = change.Note }, cancellation));
        WorkOnCommit(change);
        return true;
    }

    /// <summary>How many items there are of each outcome.</summary>
    public async Task<IReadOnlyDictionary<BulkOutcome, int>> CountAsync(string id, CancellationToken cancellation) =>
        await db.Set<BulkItem>().Where(row => row.BulkId == id).GroupBy(row => row.Outcome).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

    /// <summary>A page of the items of one outcome, in the order in which they were listed.</summary>
    public async Task<IReadOnlyList<BulkItem>> ReadAsync(string id, BulkOutcome outcome, int skip, int take, CancellationToken cancellation) =>
        await db.Set<BulkItem>().AsNoTracking().Where(row => row.BulkId == id && row.Outcome == outcome).OrderBy(row => row.Number)
            .Skip(skip).Take(take).ToListAsync(cancellation);

    /// <summary>Deletes what was kept for long enough, whosever it is.</summary>
    /// <returns>How many changes were deleted.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = Now;
        return await db.Set<BulkChange>().Where(row => row.ExpiresUtc <= now).ExecuteDeleteAsync(cancellation);
    }

    private void WorkOnCommit(BulkChange change)
    {
        var who = person.Principal;
        db.OnCommitted(() => workers.Begin(change, who));
    }
}

/// <summary>What somebody wants to have done with many items.</summary>
/// <param name="Action">What.</param>
/// <param name="Value">The id of the term or of the new owner; empty for what needs none.</param>
/// <param name="ValueName">What the term or the new owner is called.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="List">The query of the list that the items come from.</param>
internal sealed record BulkChoice(BulkAction Action, string Value, string ValueName, string Note, string List);
