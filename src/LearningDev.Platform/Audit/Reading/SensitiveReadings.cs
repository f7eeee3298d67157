using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Audit.Reading;

/// <summary>
/// Writes into the audit who has looked at sensitive data (ADM-03), in a transaction of its own. Pages use <see cref="RecordsReadingAttribute"/>;
/// end-points, such as a download, call this before they send anything.
/// </summary>
public sealed class SensitiveReadings(CurrentPerson person, ISettings settings, TimeProvider time, IServiceScopeFactory scopes)
{
    private const string Person = "Person";

    /// <summary>Records a reading, unless it is a person's own data or the same person has a row for it already within the last minutes, as the settings say.</summary>
    /// <param name="page">What was shown, for example "Account of a person".</param>
    /// <param name="subject">Whose data, or what.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task RecordAsync(string page, AuditSubject subject, CancellationToken cancellation = default)
    {
        if (subject.Kind == Person && subject.Id == person.Id)
        {
            return;
        }

        var read = new SensitivePageRead(page, subject);
        var since = time.GetUtcNow().UtcDateTime.AddMinutes(-(await settings.GetAsync<AuditSettings>(cancellation)).ReadingMinutes);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await IsRecordedAsync(db, read, since, cancellation))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!db.IsSqlite)
        {
            // Of two windows opened at once one waits here, and then sees the other's row.
            var one = $"{person.Id}\n{page}\n{subject.Kind}\n{subject.Id}";
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({one}, 1))", cancellation);
        }

        if (!await IsRecordedAsync(db, read, since, cancellation))
        {
            await scope.ServiceProvider.GetRequiredService<IEvents>().PublishAsync(read, cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    private Task<bool> IsRecordedAsync(PortalDb db, SensitivePageRead read, DateTime since, CancellationToken cancellation)
    {
        var summary = AuditEntry.Shorten(read.Summary);
        return db.AuditEntries.AnyAsync(
            row => row.PersonId == person.Id && row.OccurredUtc > since && row.Event == nameof(SensitivePageRead)
                && row.SubjectKind == read.Subject.Kind && row.SubjectId == read.Subject.Id && row.Summary == summary,
            cancellation);
    }
}

/// <summary>Somebody looked at a page with sensitive data.</summary>
/// <param name="Page">What the page shows.</param>
/// <param name="Subject">Whose data, or what.</param>
public sealed record SensitivePageRead(string Page, AuditSubject Subject) : IPortalEvent
{
    /// <inheritdoc />
    public string Summary => Subject.Kind == ReadingFilter.PageKind ? $"Looked at: {Page}" : $"Looked at: {Page} – {Subject.Name}";
}
