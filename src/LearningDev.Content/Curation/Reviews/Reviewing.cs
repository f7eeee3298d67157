using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>Notes that somebody has reviewed an item and found nothing to change: the next review is so many months from today.</summary>
internal sealed class Reviewing(
    PortalDb db, ReviewList reviews, PublishedEdits edits, ItemVisibility visibility, RolePermissions permissions, CurrentPerson person, ISettings settings, WorkingCalendar calendar, IEvents events)
{
    /// <summary>Notes a review. Its owner may, and who may publish.</summary>
    /// <param name="contentItemId">The item.</param>
    /// <param name="kindName">What of it.</param>
    /// <param name="seen">The day of the review as the page showed it: pressed twice, it is noted once.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <exception cref="ContentConflictException">Somebody else has saved the item just now.</exception>
    public async Task<ReviewOutcome> DoneAsync(string contentItemId, string kindName, DateOnly? seen, CancellationToken cancellation)
    {
        if (!(await reviews.KindsAsync(cancellation)).TryGetValue(kindName, out var kind)
            || await db.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == contentItemId && row.Kind == kindName, cancellation) is not { } review)
        {
            return new ReviewOutcome.NotFound();
        }

        if (await visibility.IsHiddenAsync(contentItemId, cancellation) || (review.OwnerId != person.Id && !await permissions.MayAsync(person.Principal, ContentModule.PublishContent.Name)))
        {
            return new ReviewOutcome.NotFound();
        }

        var next = (await calendar.TodayAsync()).AddMonths((await settings.GetAsync<CurationSettings>(cancellation)).MonthsOf(review.ContentType));
        if (review.ReviewBy != seen)
        {
            return new ReviewOutcome.Done(review.Title, review.ReviewBy);
        }

        var done = await edits.ApplyAsync([contentItemId], item => Set(item, kind, next), cancellation);
        if (done.Refused is [var refused, ..])
        {
            return new ReviewOutcome.Refused(review.Title, refused.Reason);
        }

        await events.PublishAsync(new ContentReviewed(contentItemId, review.ContentType, review.Title, kind.Words, review.ReviewBy, next), cancellation);
        return new ReviewOutcome.Done(review.Title, next);
    }

    private static bool Set(ContentItem item, IReviewKind kind, DateOnly next)
    {
        kind.SetNext(item, next);
        return true;
    }
}

/// <summary>What came of noting a review.</summary>
internal abstract record ReviewOutcome
{
    /// <summary>There is no such review, or it is not this person's.</summary>
    internal sealed record NotFound : ReviewOutcome;

    /// <summary>It is noted.</summary>
    internal sealed record Done(string Title, DateOnly? Next) : ReviewOutcome;

    /// <summary>Something in the item is not right, so that it cannot be saved.</summary>
    internal sealed record Refused(string Title, string Reason) : ReviewOutcome;
}

/// <summary>Somebody has reviewed an item and found nothing to change.</summary>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Title">Its title.</param>
/// <param name="What">What of it was reviewed; empty for the item itself.</param>
/// <param name="Before">The day by which it was to be reviewed.</param>
/// <param name="Next">The day of the next review.</param>
public sealed record ContentReviewed(string ContentItemId, string ContentType, string Title, string What, DateOnly? Before, DateOnly Next) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new(ContentType, ContentItemId, Title);

    /// <inheritdoc />
    public string Summary => $"Reviewed {Title}{(What.Length > 0 ? $" ({What})" : "")}: nothing to change";

    /// <inheritdoc />
    public IReadOnlyList<AuditChange> Changes => [new("Review by", Before is { } day ? DateWords.Day(day) : "", DateWords.Day(Next))];
}
