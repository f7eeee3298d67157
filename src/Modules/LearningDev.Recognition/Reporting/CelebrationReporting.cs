using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.Reporting;

/// <summary>What came of reporting a celebration.</summary>
internal enum ReportingOutcome
{
    /// <summary>The moderators have the report.</summary>
    Reported,

    /// <summary>The person has reported it before.</summary>
    Already,

    /// <summary>It is not on the wall.</summary>
    NotThere,
}

/// <summary>Reports a celebration to the moderators. Neither who wrote it nor who it is about learns who has reported it.</summary>
internal sealed class CelebrationReporting(PortalDb db, IEvents events, ISettings settings, CurrentPerson person, TimeProvider time)
{
    /// <summary>A celebration that is on the wall; null when there is none of that id.</summary>
    public Task<Celebration?> FindAsync(string id, CancellationToken cancellation) =>
        db.Celebrations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State == CelebrationState.Shown, cancellation);

    /// <summary>Reports it, once for each person. With as many reports as the settings say it leaves the wall, unless a moderator has approved it.</summary>
    public async Task<ReportingOutcome> ReportAsync(string id, string reason, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if (await db.CelebrationReports.AnyAsync(row => row.CelebrationId == id && row.PersonId == person.Id, cancellation))
        {
            return ReportingOutcome.Already;
        }

        if (await FindAsync(id, cancellation) is not { } celebration)
        {
            return ReportingOutcome.NotThere;
        }

        db.Add(new CelebrationReport { CelebrationId = id, PersonId = person.Id!, Reason = reason, ReportedUtc = time.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancellation);
        var isHidden = !celebration.IsApproved
            && await db.CelebrationReports.CountAsync(row => row.CelebrationId == id, cancellation) >= (await settings.GetAsync<RecognitionSettings>(cancellation)).ReportsThatHide
            && await db.Celebrations.Where(row => row.Id == id && row.State == CelebrationState.Shown)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CelebrationState.Waiting), cancellation) == 1;
        await events.PublishAsync(new CelebrationReported(id, celebration.RecipientName, isHidden), cancellation);
        return ReportingOutcome.Reported;
    }
}
