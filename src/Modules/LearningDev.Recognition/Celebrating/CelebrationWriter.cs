using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition.Celebrating;

/// <summary>What came of writing a celebration.</summary>
internal enum CelebratingOutcome
{
    /// <summary>It is on the wall.</summary>
    Shown,

    /// <summary>A moderator reads it first.</summary>
    Waits,

    /// <summary>The colleague is not there at present, or is the person who writes.</summary>
    NotThere,

    /// <summary>The colleague does not want to be on the wall.</summary>
    KeptOff,

    /// <summary>The person has written as many today as the settings allow.</summary>
    TooMany,
}

/// <summary>Writes a celebration of a colleague's learning in the name of the current person (REC-01).</summary>
internal sealed class CelebrationWriter(
    PortalDb db, Colleagues colleagues, CelebrationLetters letters, IEvents events, ISettings settings, CurrentPerson person, DateWords dates, TimeProvider time)
{
    /// <summary>The colleague who is to be celebrated; null when there is none of that id today, or it is the current person.</summary>
    public async Task<Colleague?> RecipientAsync(string id, CancellationToken cancellation) =>
        id != person.Id && await colleagues.FindAllAsync([id], cancellation) is [var recipient] ? recipient : null;

    /// <summary>True when a colleague does not want to be on the wall.</summary>
    public Task<bool> IsKeptOffAsync(string id, CancellationToken cancellation) => db.KeptOff.AnyAsync(row => row.PersonId == id, cancellation);

    /// <summary>Writes it. The same words to the same colleague on one day stand on the wall once.</summary>
    /// <param name="recipientId">The colleague.</param>
    /// <param name="learning">What the colleague has learned, up to <see cref="Celebration.LongestLearning"/> characters.</param>
    /// <param name="message">Why it is worth celebrating, up to <see cref="Celebration.LongestMessage"/> characters.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<CelebratingOutcome> WriteAsync(string recipientId, string learning, string message, CancellationToken cancellation)
    {
        if (await RecipientAsync(recipientId, cancellation) is not { } recipient)
        {
            return CelebratingOutcome.NotThere;
        }

        await db.TakeTurnsAsync(person.Id!, cancellation);
        if (await IsKeptOffAsync(recipientId, cancellation))
        {
            return CelebratingOutcome.KeptOff;
        }

        var rules = await settings.GetAsync<RecognitionSettings>(cancellation);
        var (now, today) = (time.GetUtcNow().UtcDateTime, await StartOfTodayAsync());
        var mine = await db.Celebrations.AsNoTracking().Where(row => row.SenderId == person.Id && row.SentUtc >= today)
            .Select(row => new { row.RecipientId, row.Learning, row.Message, row.State }).ToListAsync(cancellation);
        if (mine.Find(row => row.RecipientId == recipientId && row.Learning == learning && row.Message == message && row.State != CelebrationState.TakenDown) is { } same)
        {
            return same.State == CelebrationState.Shown ? CelebratingOutcome.Shown : CelebratingOutcome.Waits;
        }

        if (mine.Count >= rules.CelebrationsPerDay)
        {
            return CelebratingOutcome.TooMany;
        }

        var celebration = new Celebration
        {
            RecipientId = recipient.Id,
            RecipientName = recipient.FullName,
            RecipientUnit = recipient.Unit,
            SenderId = person.Id!,
            SenderName = person.Name,
            Learning = learning,
            Message = message,
            SentUtc = now,
            State = rules.ModerateFirst ? CelebrationState.Waiting : CelebrationState.Shown,
            ShownUtc = rules.ModerateFirst ? null : now,
        };
        db.Add(celebration);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new LearningCelebrated(celebration.Id, recipient.FullName, !rules.ModerateFirst), cancellation);
        if (!rules.ModerateFirst)
        {
            await letters.TellAsync(celebration, cancellation);
        }

        return rules.ModerateFirst ? CelebratingOutcome.Waits : CelebratingOutcome.Shown;
    }

    private async Task<DateTime> StartOfTodayAsync()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return await dates.UtcAsync((await dates.LocalAsync(now)).Date) ?? now.Date;
    }
}
