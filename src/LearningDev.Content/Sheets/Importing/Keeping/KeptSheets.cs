using LearningDev.Content.Definitions;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Working;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Sheets.Importing.Keeping;

/// <summary>Keeps imports from the upload until some days after they were done. What is in a file is for whoever uploaded it; that it was imported is for all editors.</summary>
internal sealed class KeptSheets(PortalDb db, SheetWorker worker, CurrentPerson person, ISettings settings, IEvents events, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Finds an import of the current person; null when there is none, or it has expired.</summary>
    public async Task<KeptSheet?> FindAsync(string id, CancellationToken cancellation)
    {
        var now = Now;

        // Asked first: who has just ended has written down what came of it.
        var isWorkedOn = worker.Find(id) is not null;
        var kept = await db.Set<KeptSheet>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.PersonId == person.Id && row.ExpiresUtc > now, cancellation);
        if (kept is { State: KeptSheetState.Checking or KeptSheetState.Running } && !isWorkedOn)
        {
            kept.IsInterrupted = db.IsSqlite || kept.AliveUtc < now - SheetWorker.LongestSilence;
        }

        return kept;
    }

    /// <summary>A page of everybody's imports, the newest first, each with how many rows it added, changed and refused.</summary>
    public async Task<IReadOnlyList<ListedSheet>> ListAsync(int page, int size, CancellationToken cancellation)
    {
        var now = Now;
        var own = person.Id;
        return await db.Set<KeptSheet>().AsNoTracking().Where(row => row.ExpiresUtc > now && (row.State == KeptSheetState.Done || row.PersonId == own))
            .OrderByDescending(row => row.KeptUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size)
            .Select(row => new ListedSheet(
                row.Id, row.FileName, row.TypeName, row.PersonName, row.PersonId == own, row.KeptUtc, row.State, row.Added, row.Changed, row.Wrong))
            .ToListAsync(cancellation);
    }

    /// <summary>How many imports the list has.</summary>
    public Task<int> CountAsync(CancellationToken cancellation)
    {
        var now = Now;
        return db.Set<KeptSheet>().CountAsync(row => row.ExpiresUtc > now && (row.State == KeptSheetState.Done || row.PersonId == person.Id), cancellation);
    }

    /// <summary>How the current person matched the columns of a type last time; null when that has not been.</summary>
    public async Task<SheetMatching?> LastMatchingAsync(string contentType, CancellationToken cancellation) =>
        await db.Set<KeptSheet>().AsNoTracking().Where(row => row.PersonId == person.Id && row.ContentType == contentType && row.Matching != null)
            .OrderByDescending(row => row.KeptUtc).FirstOrDefaultAsync(cancellation) is { } last ? SheetMatching.Of(last) : null;

    /// <summary>Keeps an uploaded file.</summary>
    /// <returns>The id of the import.</returns>
    public async Task<string> KeepAsync(ContentTypeDefinition type, string fileName, SheetForm form, byte[] bytes, CancellationToken cancellation)
    {
        await DeleteExpiredAsync(cancellation);
        var name = fileName.Length <= KeptSheet.NameLength ? fileName : fileName[^KeptSheet.NameLength..];
        var kept = new KeptSheet
        {
            PersonId = person.Id ?? throw new InvalidOperationException("Nobody is signed in."),
            PersonName = person.Name,
            ContentType = type.Name,
            TypeName = type.DisplayName,
            FileName = name,
            Form = form,
            State = KeptSheetState.Matching,
            KeptUtc = Now,
            ExpiresUtc = Now.AddDays((await settings.GetAsync<SheetSettings>(cancellation)).KeepDays),
            BegunUtc = Now,
            AliveUtc = Now,
        };
        db.Add(kept);
        db.Add(new KeptSheetFile { Id = kept.Id, Bytes = bytes });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new SheetUploaded(kept.Id, name, bytes.LongLength, type.Name), cancellation);
        return kept.Id;
    }

    /// <summary>Keeps how the columns are matched, and begins to find out what becomes of each row.</summary>
    /// <returns>False when the import is being worked on or was done already.</returns>
    public async Task<bool> CheckAsync(KeptSheet kept, string sheet, SheetMatching matching, CancellationToken cancellation)
    {
        if (kept.State is not (KeptSheetState.Matching or KeptSheetState.Checked) && !(kept.IsInterrupted && kept.State == KeptSheetState.Checking))
        {
            return false;
        }

        kept.Sheet = sheet;
        kept.Matching = matching.ToJson();
        return await BeginAsync(kept, KeptSheetState.Checking, new SheetChecked(kept.Id, kept.FileName), cancellation);
    }

    /// <summary>Finds out again what becomes of each row, for an import whose check was interrupted or is old.</summary>
    public async Task<bool> CheckAgainAsync(KeptSheet kept, CancellationToken cancellation) =>
        SheetMatching.Of(kept) is { } matching && await CheckAsync(kept, kept.Sheet, matching, cancellation);

    /// <summary>Begins an import whose rows the person has seen, or goes on with one that was interrupted.</summary>
    /// <returns>False when it is being worked on or was done already.</returns>
    public async Task<bool> RunAsync(KeptSheet kept, CancellationToken cancellation) =>
        ((kept.State == KeptSheetState.Checked && kept.Failure.Length == 0) || (kept.IsInterrupted && kept.State == KeptSheetState.Running))
        && await BeginAsync(kept, KeptSheetState.Running, new SheetImportBegun(kept.Id, kept.FileName), cancellation);

    /// <summary>Deletes an import that is not to be done.</summary>
    /// <returns>False when it is being worked on or was done already.</returns>
    public async Task<bool> DiscardAsync(KeptSheet kept, CancellationToken cancellation)
    {
        if (kept.State is not (KeptSheetState.Matching or KeptSheetState.Checked) && !(kept.IsInterrupted && kept.State == KeptSheetState.Checking))
        {
            return false;
        }

        db.Remove(kept);
        if (!await TrySaveAsync(cancellation))
        {
            return false;
        }

        await events.PublishAsync(new SheetDiscarded(kept.Id, kept.FileName), cancellation);
        return true;
    }

    /// <summary>Deletes what was kept for long enough, whosever it is.</summary>
    /// <returns>How many imports were deleted.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = Now;
        return await db.Set<KeptSheet>().Where(row => row.ExpiresUtc <= now).ExecuteDeleteAsync(cancellation);
    }

    private async Task<bool> BeginAsync<TEvent>(KeptSheet kept, KeptSheetState state, TEvent happened, CancellationToken cancellation) where TEvent : IPortalEvent
    {
        db.Update(kept);
        kept.State = state;
        kept.BegunUtc = kept.AliveUtc = Now;
        kept.EndedUtc = null;
        kept.Worked = 0;
        kept.Failure = "";
        kept.Version++;
        if (!await TrySaveAsync(cancellation))
        {
            return false;
        }

        await events.PublishAsync(happened, cancellation);
        var who = person.Principal;
        db.OnCommitted(() => worker.Begin(kept.Id, who));
        return true;
    }

    private async Task<bool> TrySaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was quicker: the other click of a double click, or another window.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

/// <summary>An import in the list.</summary>
internal sealed record ListedSheet(
    string Id, string FileName, string TypeName, string PersonName, bool IsOwn, DateTime KeptUtc, KeptSheetState State, int Added, int Changed, int Wrong);
