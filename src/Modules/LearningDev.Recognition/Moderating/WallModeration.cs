using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Recognition.Celebrating;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.Moderating;

/// <summary>What came of a moderator's decision.</summary>
internal enum ModerationOutcome
{
    /// <summary>It holds.</summary>
    Done,

    /// <summary>There is nothing to decide any more: another moderator was faster, or it was taken down.</summary>
    DealtWith,

    /// <summary>It cannot be put on the wall, because the person it is about does not want to be there.</summary>
    KeptOff,
}

/// <summary>What moderators read: celebrations that wait for them, and those that people have reported (REC-01).</summary>
internal sealed class WallModeration(PortalDb db, CelebrationLetters letters, Colleagues colleagues, IEvents events, ISettings settings, TimeProvider time)
{
    /// <summary>What a moderator reads who decides too late.</summary>
    public const string DealtWith = "This celebration has been dealt with already";

    /// <summary>A page of what is to be read, the oldest first. A page past the end is the last.</summary>
    public async Task<ModerationPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var total = await CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await Open.AsNoTracking().OrderBy(row => row.SentUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var (ids, people) = (rows.ConvertAll(row => row.Id), rows.ConvertAll(row => row.RecipientId));
        var keptOff = await db.KeptOff.Where(row => people.Contains(row.PersonId)).Select(row => row.PersonId).ToListAsync(cancellation);
        var reports = await db.CelebrationReports.AsNoTracking().Where(report => ids.Contains(report.CelebrationId) && !report.IsSettled)
            .OrderBy(report => report.ReportedUtc).ThenBy(report => report.PersonId).ToListAsync(cancellation);
        var names = await colleagues.NamesAsync([.. reports.Select(report => report.PersonId).Distinct()], cancellation);
        var byCelebration = reports.ToLookup(
            report => report.CelebrationId, report => new ModerationReport(names.GetValueOrDefault(report.PersonId) ?? "Somebody who has left", report.Reason));
        return new ModerationPage(
            total, page, pages, rows.ConvertAll(row => new ModerationLine(row, keptOff.Contains(row.RecipientId), [.. byCelebration[row.Id]])));
    }

    /// <summary>A celebration that is to be read; null when there is none of that id.</summary>
    public Task<Celebration?> FindAsync(string id, CancellationToken cancellation) => Open.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>How many celebrations are to be read.</summary>
    public Task<int> CountAsync(CancellationToken cancellation) => Open.CountAsync(cancellation);

    /// <summary>Puts a celebration on the wall, or keeps it there; the reports so far are settled.</summary>
    public async Task<ModerationOutcome> ApproveAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if (await FindAsync(id, cancellation) is not { } celebration)
        {
            return ModerationOutcome.DealtWith;
        }

        if (celebration.State == CelebrationState.Waiting && await db.KeptOff.AnyAsync(row => row.PersonId == celebration.RecipientId, cancellation))
        {
            return ModerationOutcome.KeptOff;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Celebrations.Where(row => row.Id == id && row.State == celebration.State).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, CelebrationState.Shown).SetProperty(row => row.IsApproved, true).SetProperty(row => row.ShownUtc, row => row.ShownUtc ?? now),
            cancellation) == 0)
        {
            return ModerationOutcome.DealtWith;
        }

        await db.CelebrationReports.Where(report => report.CelebrationId == id).ExecuteUpdateAsync(set => set.SetProperty(report => report.IsSettled, true), cancellation);
        await events.PublishAsync(new CelebrationApproved(id, celebration.RecipientName), cancellation);
        if (celebration.ShownUtc is null)
        {
            await letters.TellAsync(celebration, cancellation);
        }

        return ModerationOutcome.Done;
    }

    /// <summary>Takes a celebration down.</summary>
    /// <param name="id">The celebration.</param>
    /// <param name="reason">Why, up to <see cref="CelebrationReport.LongestReason"/> characters.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ModerationOutcome> TakeDownAsync(string id, string reason, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if (await FindAsync(id, cancellation) is not { } celebration
            || await db.Celebrations.Where(row => row.Id == id && row.State == celebration.State).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, CelebrationState.TakenDown).SetProperty(row => row.Reason, reason), cancellation) == 0)
        {
            return ModerationOutcome.DealtWith;
        }

        await events.PublishAsync(new CelebrationTakenDown(id, celebration.RecipientName, reason), cancellation);
        return ModerationOutcome.Done;
    }

    private IQueryable<Celebration> Open
    {
        get
        {
            var reports = db.CelebrationReports;
            return db.Celebrations.Where(row => row.State == CelebrationState.Waiting
                || (row.State == CelebrationState.Shown && reports.Any(report => report.CelebrationId == row.Id && !report.IsSettled)));
        }
    }
}

/// <summary>A page of what moderators read.</summary>
internal sealed record ModerationPage(int Total, int Page, int Pages, IReadOnlyList<ModerationLine> Lines);

/// <summary>A celebration that a moderator reads.</summary>
/// <param name="Celebration">The celebration.</param>
/// <param name="IsKeptOff">True when the person it is about does not want to be on the wall.</param>
/// <param name="Reports">What people have reported since a moderator last kept it on the wall.</param>
internal sealed record ModerationLine(Celebration Celebration, bool IsKeptOff, IReadOnlyList<ModerationReport> Reports)
{
    /// <summary>True when it can be put on the wall, or stay there.</summary>
    public bool CanBeShown => Celebration.State == CelebrationState.Shown || !IsKeptOff;
}

/// <summary>Who has reported a celebration, and why.</summary>
internal sealed record ModerationReport(string Name, string Reason);
