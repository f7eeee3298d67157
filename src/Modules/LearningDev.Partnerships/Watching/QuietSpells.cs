using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;

namespace LearningDev.Partnerships.Watching;

/// <summary>Asks the two of a partnership that has gone quiet how it goes, and takes their answers (MEN-01). Nobody is scolded, and neither learns what the other has said.</summary>
internal sealed class QuietSpells(PortalDb db, PartnershipNews news, IEvents events, TimeProvider time)
{
    /// <summary>True when nobody has met for as many days as the terms say, and nothing is planned.</summary>
    /// <param name="row">The partnership.</param>
    /// <param name="sinceAgreed">The day from which it counts while they have not met.</param>
    /// <param name="today">Today.</param>
    public static bool IsQuiet(PartnershipRow row, DateOnly sinceAgreed, DateOnly today)
    {
        var since = row.LastHeldOn > sinceAgreed ? row.LastHeldOn.Value : sinceAgreed;
        return row.QuietAfterDays is { } days && today.DayNumber - since.DayNumber >= days;
    }

    /// <summary>Asks both, once in a quiet spell. The turn must have been taken.</summary>
    /// <returns>True when they are asked now.</returns>
    public async Task<bool> AskAsync(PartnershipRow row, CancellationToken cancellation)
    {
        if (!row.AskHowItGoes(Now))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipQuiet(row.Id), cancellation);
        await news.AskAsync(
            row, $"quiet:{row.LastHeldOn:yyyyMMdd}", "How is it going?", "You have not met for a while. Say whether it is going well, whether you need some time, or whether it is time to end.", cancellation);
        return true;
    }

    /// <summary>One of the two answers.</summary>
    /// <returns>False when they were not asked.</returns>
    public async Task<bool> AnswerAsync(OwnPartnership own, QuietAnswer answer, CancellationToken cancellation)
    {
        if (!own.Row.SayHowItGoes(own.Seat, answer))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipQuietAnswered(own.Row.Id), cancellation);
        return true;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
