using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Recognition.Celebrating;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.Moderating;

/// <summary>What moderators read: celebrations that wait for them, and those that people have reported (REC-01).</summary>
internal sealed class WallModeration(PortalDb db, CelebrationLetters letters, Colleagues colleagues, IEvents events, ISettings settings, TimeProvider time)
{
    /// <summary>A page of what is to be read, the oldest first. A page past the end is the last.</summary>
    public async Task<ModerationPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var open = Open;
        var total = await open.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await open.AsNoTracking().OrderBy(row => row.SentUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var ids = rows.ConvertAll(row => row.Id);
        var reports = await db.CelebrationReports.AsNoTracking().Where(report => ids.Contains(report.CelebrationId)).OrderBy(report => report.ReportedUtc).ToListAsync(cancellation);
        var names = await colleagues.NamesAsync([.. reports.Select(report => report.PersonId).Distinct()], cancellation);
        var byCelebration = reports.ToLookup(report => report.CelebrationId, report => new ModerationReport(names.GetValueOrDefault(report.PersonId) ?? "Somebody who has left", report.Reason));
        return new ModerationPage(total, page, pages, rows.ConvertAll(row => new ModerationLine(row, [.. byCelebration[row.Id]])));
    }

    /// <summary>How many celebrations are to be read.</summary>
    public Task<int> CountAsync(CancellationToken cancellation) => Open.CountAsync(cancellation);

    /// <summary>Puts a celebration on the wall, or keeps it there; the reports so far are settled.</summary>
    /// <returns>False when another moderator was faster.</returns>
    public async Task<bool> ApproveAsync(string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await Open.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } celebration
            || await Open.Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, CelebrationState.Shown).SetProperty(row => row.IsApproved, true).SetProperty(row => row.ShownUtc, row => row.ShownUtc ?? now),
                cancellation) == 0)
        {
            return false;
        }

        await events.PublishAsync(new CelebrationApproved(id, celebration.RecipientName), cancellation);
        if (celebration.ShownUtc is null)
        {
            await letters.TellAsync(celebration, cancellation);
        }

        return true;
    }

    /// <summary>Takes a celebration down.</summary>
    /// <param name="id">The celebration.</param>
    /// <param name="reason">Why, up to <see cref="CelebrationReport.LongestReason"/> characters.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False when another moderator was faster.</returns>
    public async Task<bool> TakeDownAsync(string id, string reason, CancellationToken cancellation)
    {
        if (await Open.AsNoTracking().Where(row => row.Id == id).Select(row => row.RecipientName).SingleOrDefaultAsync(cancellation) is not { } name
            || await Open.Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, CelebrationState.TakenDown).SetProperty(row => row.Reason, reason), cancellation) == 0)
        {
            return false;
        }

        await events.PublishAsync(new CelebrationTakenDown(id, name, reason), cancellation);
        return true;
    }

    private IQueryable<Celebration> Open
    {
        get
        {
            var reports = db.CelebrationReports;
            return db.Celebrations.Where(row => row.State == CelebrationState.Waiting
                || (row.State == CelebrationState.Shown && !row.IsApproved && reports.Any(report => report.CelebrationId == row.Id)));
        }
    }
}

/// <summary>A page of what moderators read.</summary>
internal sealed record ModerationPage(int Total, int Page, int Pages, IReadOnlyList<ModerationLine> Lines);

/// <summary>A celebration that a moderator reads, with what people have reported about it.</summary>
internal sealed record ModerationLine(Celebration Celebration, IReadOnlyList<ModerationReport> Reports);

/// <summary>Who has reported a celebration, and why.</summary>
internal sealed record ModerationReport(string Name, string Reason);
