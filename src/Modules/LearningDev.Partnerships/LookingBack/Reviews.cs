using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.LookingBack;

/// <summary>How the two look back, half way and at the end. Numbers stand in plain columns, words in confidence (COA-02, COA-03).</summary>
internal sealed class Reviews(PortalDb db, IConfidentialTexts texts, PartnershipNews news, IEvents events, TimeProvider time)
{
    /// <summary>Asks both to look back, when it is due and they were not asked before. The turn must have been taken.</summary>
    /// <returns>True when they are asked now.</returns>
    public async Task<bool> AskIfDueAsync(PartnershipRow row, DateOnly today, CancellationToken cancellation)
    {
        if (!row.AskToReview(today, Now))
        {
            return false;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipReviewAsked(row.Id), cancellation);
        await news.AskAsync(row, "review", "Half way: is it helping?", "Three short questions help you both to see what works. Only the two of you read your words.", cancellation);
        return true;
    }

    /// <summary>The reviews of both, with the words that the person may read.</summary>
    public async Task<IReadOnlyList<(ReviewRow Row, string Words)>> ReviewsAsync(OwnPartnership own, CancellationToken cancellation)
    {
        var rows = await db.PartnershipReviews.AsNoTracking().Where(row => row.PartnershipId == own.Row.Id).OrderBy(row => row.GivenUtc).ToListAsync(cancellation);
        var words = await texts.ReadAsync([.. rows.Select(row => row.WordsId).OfType<string>()], cancellation);
        return [.. rows.Select(row => (row, row.WordsId is { } id ? words.GetValueOrDefault(id) ?? "" : ""))];
    }

    /// <summary>The evaluations of both, with the words that the person may read.</summary>
    public async Task<IReadOnlyList<(EvaluationRow Row, string Words)>> EvaluationsAsync(OwnPartnership own, CancellationToken cancellation)
    {
        var rows = await db.PartnershipEvaluations.AsNoTracking().Where(row => row.PartnershipId == own.Row.Id).OrderBy(row => row.GivenUtc).ToListAsync(cancellation);
        var words = await texts.ReadAsync([.. rows.Select(row => row.WordsId).OfType<string>()], cancellation);
        return [.. rows.Select(row => (row, row.WordsId is { } id ? words.GetValueOrDefault(id) ?? "" : ""))];
    }

    public static bool MayReview(PartnershipRow row) => row is { State: PartnershipState.Active, ReviewAskedUtc: not null };

    public static bool MayEvaluate(PartnershipRow row) => row is { State: PartnershipState.Closed, AgreedUtc: not null };

    /// <summary>Looks back half way; once for each of the two.</summary>
    /// <returns>False when they have done so before.</returns>
    public async Task<bool> ReviewAsync(OwnPartnership own, int helped, int progress, int openness, string words, CancellationToken cancellation)
    {
        if (!MayReview(own.Row) || await db.PartnershipReviews.AnyAsync(row => row.PartnershipId == own.Row.Id && row.PersonId == own.OwnId, cancellation))
        {
            return false;
        }

        db.Add(new ReviewRow
        {
            PartnershipId = own.Row.Id,
            PersonId = own.OwnId,
            IsGuide = own.Seat == Seat.Guide,
            Helped = helped,
            Progress = progress,
            Openness = openness,
            WordsId = words.Length == 0 ? null : await texts.KeepAsync(words, own.Both, cancellation),
            GivenUtc = Now,
        });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipReviewed(own.Row.Id), cancellation);
        return true;
    }

    /// <summary>Says what it has brought; once for each of the two.</summary>
    /// <returns>False when they have done so before.</returns>
    public async Task<bool> EvaluateAsync(OwnPartnership own, OutcomeReached outcome, int rating, bool wouldRecommend, string words, CancellationToken cancellation)
    {
        if (!MayEvaluate(own.Row) || await db.PartnershipEvaluations.AnyAsync(row => row.PartnershipId == own.Row.Id && row.PersonId == own.OwnId, cancellation))
        {
            return false;
        }

        db.Add(new EvaluationRow
        {
            PartnershipId = own.Row.Id,
            PersonId = own.OwnId,
            IsGuide = own.Seat == Seat.Guide,
            Outcome = outcome,
            Rating = rating,
            WouldRecommend = wouldRecommend,
            WordsId = words.Length == 0 ? null : await texts.KeepAsync(words, own.Both, cancellation),
            GivenUtc = Now,
        });
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new PartnershipEvaluated(own.Row.Id), cancellation);
        return true;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
