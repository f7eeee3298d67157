using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Confidence;

/// <summary>Deletes words that nobody can read any more: all their readers have left, and nobody has changed them for as many months as the settings say.</summary>
internal sealed class ConfidentialCleaningJob(PortalDb db, WorkingCalendar calendar, ISettings settings, IEvents events, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Words in confidence", "Deletes words in confidence whose readers have all left.", "0 40 2 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var before = time.GetUtcNow().UtcDateTime.AddMonths(-(await settings.GetAsync<PartnershipsSettings>(cancellation)).KeepMonths);
        var readers = db.ConfidentialReaders;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var deleted = await db.ConfidentialTexts
            .Where(text => text.ChangedUtc < before && !readers.Any(reader => reader.TextId == text.Id
                && db.Users.Any(person => person.Id == reader.PersonId && (person.LeavesOn == null || person.LeavesOn >= today))))
            .ExecuteDeleteAsync(cancellation);
        if (deleted == 0)
        {
            return "";
        }

        await events.PublishAsync(new ConfidentialTextsCleaned(deleted), cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return $"{deleted:#,0} {(deleted == 1 ? "text" : "texts")} deleted";
    }
}

/// <summary>Words in confidence whose readers have all left were deleted.</summary>
/// <param name="Count">How many texts.</param>
internal sealed record ConfidentialTextsCleaned(int Count) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("ConfidentialTexts", "", "");

    /// <inheritdoc />
    public string Summary => "Deleted words in confidence whose readers have all left";
}
