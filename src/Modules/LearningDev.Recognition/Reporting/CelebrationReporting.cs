using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.Reporting;

/// <summary>Reports a celebration to the moderators. Who reports stays between the person and them.</summary>
internal sealed class CelebrationReporting(PortalDb db, IEvents events, ISettings settings, CurrentPerson person, TimeProvider time)
{
    /// <summary>A celebration that is on the wall; null when there is none of that id.</summary>
    public Task<Celebration?> FindAsync(string id, CancellationToken cancellation) =>
        db.Celebrations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State == CelebrationState.Shown, cancellation);

    /// <summary>Reports it, once for each person. With as many reports as the settings say it leaves the wall, unless a moderator has approved it.</summary>
    /// <returns>False when it is not on the wall.</returns>
    public async Task<bool> ReportAsync(string id, string reason, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } celebration)
        {
            return false;
        }

        if (await db.CelebrationReports.AnyAsync(row => row.CelebrationId == id && row.PersonId == person.Id, cancellation))
        {
            return true;
        }

        db.Add(new CelebrationReport { CelebrationId = id, PersonId = person.Id!, Reason = reason, ReportedUtc = time.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault))
        {
            // Pressed twice at the same moment: the other one counts.
            db.ChangeTracker.Clear();
            return true;
        }

        var isHidden = !celebration.IsApproved
            && await db.CelebrationReports.CountAsync(row => row.CelebrationId == id, cancellation) >= (await settings.GetAsync<RecognitionSettings>(cancellation)).ReportsThatHide
            && await db.Celebrations.Where(row => row.Id == id && row.State == CelebrationState.Shown && !row.IsApproved)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CelebrationState.Waiting), cancellation) == 1;
        await events.PublishAsync(new CelebrationReported(id, celebration.RecipientName, isHidden), cancellation);
        return true;
    }
}
