using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Confidence;

/// <summary>Keeps words that only their readers may read (COA-03). There is no way for anybody else, and whoever has left reads nothing any more.</summary>
internal sealed class ConfidentialTexts(PortalDb db, ConfidentialKeys keys, WorkingCalendar calendar, CurrentPerson person, TimeProvider time) : IConfidentialTexts
{
    /// <summary>The most characters of words.</summary>
    public const int LongestWords = 20_000;

    // SQLite and PostgreSQL take far more parameters; this keeps the statements short.
    private const int Batch = 500;

    public async Task<string> KeepAsync(string words, IReadOnlyCollection<string> readerIds, CancellationToken cancellation = default)
    {
        Check(words);
        Check(readerIds);
        var key = keys.Current();
        var row = new ConfidentialTextRow { KeyId = key.Id, Words = [], ChangedUtc = Now, ChangedById = person.Id ?? "" };
        row.Words = SealedWords.Seal(words, row.Id, key.Bytes);
        db.Add(row);
        db.AddRange(readerIds.Distinct().Select(reader => new ConfidentialReaderRow { TextId = row.Id, PersonId = reader }));
        await db.SaveChangesAsync(cancellation);
        return row.Id;
    }

    /// <summary>Keeps the same words for other readers, whoever acts: nobody gets to see them on the way.</summary>
    /// <returns>The id under which the copy is kept; null when there are no words of that id.</returns>
    /// <exception cref="ConfidentialKeyMissingException">The key that words were encrypted with is not there, or there is none to encrypt with.</exception>
    public async Task<string?> CopyAsync(string textId, IReadOnlyCollection<string> readerIds, CancellationToken cancellation) =>
        await db.ConfidentialTexts.AsNoTracking().SingleOrDefaultAsync(text => text.Id == textId, cancellation) is { } row
            ? await KeepAsync(SealedWords.Open(row.Words, row.Id, keys.Find(row.KeyId).Bytes), readerIds, cancellation) : null;

    public async Task ChangeAsync(string textId, string words, CancellationToken cancellation = default)
    {
        if (!await ChangeAsync(textId, words, revision: null, cancellation))
        {
            throw new DbUpdateConcurrencyException("The words are changed by somebody else at this moment.");
        }
    }

    /// <summary>Changes words, unless somebody else has changed them since they were read.</summary>
    /// <param name="textId">The id under which they are kept.</param>
    /// <param name="words">The new words.</param>
    /// <param name="revision">The revision that was read; null to change them whatever they are.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False when they were changed in between: nothing is changed then.</returns>
    /// <exception cref="UnauthorizedAccessException">The current person is not a reader.</exception>
    /// <exception cref="ConfidentialKeyMissingException">The portal has no key to encrypt with.</exception>
    public async Task<bool> ChangeAsync(string textId, string words, int? revision, CancellationToken cancellation)
    {
        Check(words);
        if (!await Mine(await calendar.TodayAsync()).AnyAsync(reader => reader.TextId == textId, cancellation))
        {
            throw new UnauthorizedAccessException("Only those who may read words can change them.");
        }

        var key = keys.Current();
        var was = revision ?? await db.ConfidentialTexts.Where(text => text.Id == textId).Select(text => text.Revision).SingleAsync(cancellation);
        var (sealedWords, now, by) = (SealedWords.Seal(words, textId, key.Bytes), Now, person.Id!);
        return await db.ConfidentialTexts.Where(text => text.Id == textId && text.Revision == was).ExecuteUpdateAsync(
            set => set.SetProperty(text => text.Words, sealedWords).SetProperty(text => text.KeyId, key.Id).SetProperty(text => text.Revision, was + 1)
                .SetProperty(text => text.ChangedUtc, now).SetProperty(text => text.ChangedById, by),
            cancellation) == 1;
    }

    public async Task ShareAsync(string textId, IReadOnlyCollection<string> readerIds, CancellationToken cancellation = default)
    {
        Check(readerIds);
        var current = await db.ConfidentialReaders.Where(reader => reader.TextId == textId).ToListAsync(cancellation);
        db.RemoveRange(current.Where(reader => !readerIds.Contains(reader.PersonId)));
        db.AddRange(readerIds.Distinct().Except(current.Select(reader => reader.PersonId)).Select(reader => new ConfidentialReaderRow { TextId = textId, PersonId = reader }));
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> textIds, CancellationToken cancellation = default) =>
        (await ReadAllAsync(textIds, cancellation)).ToDictionary(pair => pair.Key, pair => pair.Value.Words);

    /// <summary>The words of those ids that the current person may read, with who has changed them last.</summary>
    /// <exception cref="ConfidentialKeyMissingException">The key that words were encrypted with is not there.</exception>
    public async Task<IReadOnlyDictionary<string, ReadWords>> ReadAllAsync(IReadOnlyCollection<string> textIds, CancellationToken cancellation)
    {
        Dictionary<string, ReadWords> read = [];
        if (textIds.Count == 0 || person.Id is null)
        {
            return read;
        }

        var mine = Mine(await calendar.TodayAsync());
        foreach (var ids in textIds.Distinct().Chunk(Batch))
        {
            var rows = await db.ConfidentialTexts.AsNoTracking()
                .Where(text => ids.Contains(text.Id) && mine.Any(reader => reader.TextId == text.Id)).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                read.Add(row.Id, new ReadWords(SealedWords.Open(row.Words, row.Id, keys.Find(row.KeyId).Bytes), row.Revision, row.ChangedById, row.ChangedUtc));
            }
        }

        return read;
    }

    public async Task DeleteAsync(IReadOnlyCollection<string> textIds, CancellationToken cancellation = default)
    {
        foreach (var ids in textIds.Distinct().Chunk(Batch))
        {
            await db.ConfidentialTexts.Where(text => ids.Contains(text.Id)).ExecuteDeleteAsync(cancellation);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private IQueryable<ConfidentialReaderRow> Mine(DateOnly today)
    {
        var me = person.Id;
        return db.ConfidentialReaders.Where(reader => reader.PersonId == me
            && db.Users.Any(reading => reading.Id == me && reading.DisabledUtc == null && (reading.LeavesOn == null || reading.LeavesOn >= today)));
    }

    private static void Check(string words)
    {
        if (words.Length > LongestWords)
        {
            throw new ArgumentException($"Words in confidence have {LongestWords} characters or fewer.", nameof(words));
        }
    }

    private static void Check(IReadOnlyCollection<string> readerIds)
    {
        if (readerIds.Count == 0 || readerIds.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("Words in confidence need somebody who may read them.", nameof(readerIds));
        }
    }
}

/// <summary>Words as a reader gets them.</summary>
/// <param name="Words">The words.</param>
/// <param name="Revision">Rises with each change.</param>
/// <param name="ChangedById">Who has changed them last.</param>
/// <param name="ChangedUtc">When.</param>
internal sealed record ReadWords(string Words, int Revision, string ChangedById, DateTime ChangedUtc);
