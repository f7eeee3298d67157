using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Notifications.Choosing;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Proving;

/// <summary>What came of asking for a code.</summary>
internal enum CodeSending
{
    /// <summary>It is on its way.</summary>
    Sent,

    /// <summary>There is no number that needs one.</summary>
    NotNeeded,

    /// <summary>One was sent a moment ago.</summary>
    TooSoon,

    /// <summary>Too many were sent within a day.</summary>
    TooMany,
}

/// <summary>What came of typing a code in.</summary>
internal enum CodeChecking
{
    /// <summary>The number is the person's.</summary>
    Right,

    /// <summary>It is another code.</summary>
    Wrong,

    /// <summary>It is too old, or was typed in wrongly too often, or none was sent.</summary>
    Over,
}

/// <summary>
/// Has people prove that a number for text messages is theirs: a code of six digits goes there, which they type in. It holds for ten minutes and five attempts; another can be sent after a minute,
/// five within a day.
/// </summary>
internal sealed class NumberProving(PortalDb db, IOutbox outbox, IDataProtectionProvider protection, ISettings settings, IEvents events, CurrentPerson person, TimeProvider time)
{
    public const int Digits = 6;
    public const int MostAttempts = 5;
    public const int MostADay = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly IDataProtector protector = protection.CreateProtector("LearningDev.Notifications.Proving");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The current person's number that is still to be proved; empty for none.</summary>
    public async Task<string> OpenNumberAsync(CancellationToken cancellation) =>
        await db.Set<NotificationPreference>().AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellation) is { TextNumber.Length: > 0 } row
        && row.ProvedNumber != row.TextNumber && (await settings.GetAsync<NotificationSettings>(cancellation)).ProveNumbers ? row.TextNumber : "";

    /// <summary>Sends a code to the current person's number.</summary>
    public async Task<CodeSending> SendAsync(CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(person.Id!, cancellation);
        if (await OpenNumberAsync(cancellation) is not { Length: > 0 } number)
        {
            return CodeSending.NotNeeded;
        }

        var now = Now;
        var proof = await db.Set<NumberProof>().SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellation);
        if (proof?.SentUtc > now - Pause)
        {
            return CodeSending.TooSoon;
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        if (proof is null)
        {
            proof = db.Add(new NumberProof { PersonId = person.Id!, Number = number, Code = "", SentUtc = now, FirstSentUtc = now }).Entity;
        }
        else if (proof.FirstSentUtc <= now - TimeSpan.FromDays(1))
        {
            (proof.FirstSentUtc, proof.Sent) = (now, 0);
        }
        else if (proof.Sent >= MostADay)
        {
            return CodeSending.TooMany;
        }

        (proof.Number, proof.Code, proof.SentUtc, proof.Attempts) = (number, protector.Protect(code), now, 0);
        proof.Sent++;
        await db.SaveChangesAsync(cancellation);
        var portal = (await settings.GetAsync<SiteSettings>(cancellation)).SiteName;
        await outbox.EnqueueAsync(
            new NotifyMessage(NotificationChannel.Text, number, "", $"{code} is your code for {portal}. It holds for {Life.TotalMinutes:0} minutes. If you have not asked for it, leave it."),
            $"number:{Identifiers.New()}", cancellation: cancellation);
        await events.PublishAsync(new NumberCodeSent(person.Id!, person.Name, TextNumber.Masked(number)), cancellation);
        return CodeSending.Sent;
    }

    /// <summary>Looks at a code that the current person has typed in.</summary>
    public async Task<CodeChecking> CheckAsync(string code, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(person.Id!, cancellation);
        var number = await OpenNumberAsync(cancellation);
        var proof = await db.Set<NumberProof>().SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellation);
        if (proof is null || proof.Number != number || proof.SentUtc <= Now - Life || proof.Attempts >= MostAttempts)
        {
            return CodeChecking.Over;
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(protector.Unprotect(proof.Code)), Encoding.UTF8.GetBytes(code)))
        {
            proof.Attempts++;
            await db.SaveChangesAsync(cancellation);
            await events.PublishAsync(new NumberCodeRefused(person.Id!, person.Name, TextNumber.Masked(number)), cancellation);
            return CodeChecking.Wrong;
        }

        (await db.Set<NotificationPreference>().SingleAsync(row => row.PersonId == person.Id, cancellation)).ProvedNumber = number;
        // The code is used up; how many were sent today is still to be known.
        (proof.Attempts, proof.Code) = (MostAttempts, "");
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new NumberProved(person.Id!, person.Name, TextNumber.Masked(number)), cancellation);
        return CodeChecking.Right;
    }
}

/// <summary>A code was sent to a number, so that the person proves that it is theirs.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Number">The end of the number.</param>
public sealed record NumberCodeSent(string PersonId, string PersonName, string Number) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => $"Had a code sent to the number {Number}";
}

/// <summary>A wrong code was typed in for a number.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Number">The end of the number.</param>
public sealed record NumberCodeRefused(string PersonId, string PersonName, string Number) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => $"Typed in a wrong code for the number {Number}";
}

/// <summary>A person has proved that a number is theirs.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Number">The end of the number.</param>
public sealed record NumberProved(string PersonId, string PersonName, string Number) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    /// <inheritdoc />
    public string Summary => $"Proved that the number {Number} is theirs";
}
