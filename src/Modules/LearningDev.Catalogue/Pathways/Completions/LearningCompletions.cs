using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Pathways.Completions;

/// <summary>Keeps what people have completed (CAT-07).</summary>
internal sealed class LearningCompletions(PortalDb db, IEvents events, TimeProvider time) : ILearningCompletions
{
    public async Task<IReadOnlyDictionary<string, LearningCompletion>> OfAsync(string personId, CancellationToken cancellation = default) =>
        await db.Completions.AsNoTracking().Where(row => row.PersonId == personId)
            .Select(row => new LearningCompletion(row.ContentItemId, row.CompletedOn, row.KnownFrom))
            .ToDictionaryAsync(completion => completion.ContentItemId, cancellation);

    public async Task ReportAsync(string personId, string contentItemId, DateOnly completedOn, CancellationToken cancellation = default)
    {
        var entry = await db.CatalogueEntries.Where(row => row.ContentItemId == contentItemId)
            .Select(row => new CatalogueEntrySubject(row.ContentItemId, row.ContentType, row.Title)).SingleOrDefaultAsync(cancellation);
        await WriteAsync(personId, entry ?? new(contentItemId, "Entry", ""), completedOn, CompletionSource.Report, cancellation);
    }

    /// <summary>The person says that they have done an entry. Saying it twice changes nothing; saying it with another day puts the day right.</summary>
    public Task SayAsync(string personId, CatalogueEntrySubject entry, DateOnly completedOn, CancellationToken cancellation) =>
        WriteAsync(personId, entry, completedOn, CompletionSource.Person, cancellation);

    /// <summary>The person takes back what they said. What was reported stays, and what was not said needs no taking back.</summary>
    public async Task TakeBackAsync(string personId, CatalogueEntrySubject entry, CancellationToken cancellation)
    {
        var rows = await db.Completions
            .Where(row => row.PersonId == personId && row.ContentItemId == entry.ContentItemId && row.KnownFrom == CompletionSource.Person)
            .ExecuteDeleteAsync(cancellation);
        if (rows > 0)
        {
            await events.PublishAsync(new LearningCompletionTakenBack(personId, entry), cancellation);
        }
    }

    /// <summary>One statement, so that two requests at once write one row and tell of one completion.</summary>
    private async Task WriteAsync(string personId, CatalogueEntrySubject entry, DateOnly day, CompletionSource source, CancellationToken cancellation)
    {
        var (person, report) = (nameof(CompletionSource.Person), nameof(CompletionSource.Report));
        var rows = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO catalogue_completion (person_id, content_item_id, completed_on, known_from, recorded_utc)
            VALUES ({personId}, {entry.ContentItemId}, {day}, {source.ToString()}, {time.GetUtcNow().UtcDateTime})
            ON CONFLICT (person_id, content_item_id) DO UPDATE
            SET completed_on = excluded.completed_on, known_from = excluded.known_from, recorded_utc = excluded.recorded_utc
            WHERE (catalogue_completion.completed_on <> excluded.completed_on OR catalogue_completion.known_from <> excluded.known_from)
                AND (catalogue_completion.known_from = {person} OR excluded.known_from = {report})
            """,
            cancellation);
        if (rows > 0)
        {
            await events.PublishAsync(new LearningCompleted(personId, entry, day, source), cancellation);
        }
    }
}
