using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>Keeps the reviews of what is published. A review with another owner or day is one of which nobody has been told yet.</summary>
internal sealed class ReviewIndex(PortalDb db, ContentDefinitions definitions, IEnumerable<IReviewKind> kinds)
    : IContentIndex, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public async Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<string> ids = [.. portalEvents.Select(published => published.Item.ContentItemId)];
        var known = await db.Reviews.Where(row => EF.Parameter(ids).Contains(row.ContentItemId)).ToDictionaryAsync(row => (row.ContentItemId, row.Kind), cancellation);
        foreach (var item in portalEvents.Select(published => published.Item))
        {
            foreach (var kind in kinds)
            {
                var row = known.GetValueOrDefault((item.ContentItemId, kind.Name));
                if (kind.FactsOf(item, set) is { } facts)
                {
                    Write(row, item, kind, facts);
                }
                else if (row is not null)
                {
                    db.Remove(row);
                }
            }
        }
    }

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    private void Write(ReviewRow? row, ContentItem item, IReviewKind kind, ReviewFacts facts)
    {
        if (row is null)
        {
            row = new ReviewRow { ContentItemId = item.ContentItemId, Kind = kind.Name, ContentType = item.ContentType };
            db.Add(row);
        }

        if (row.OwnerId != facts.OwnerId || row.ReviewBy != facts.ReviewBy)
        {
            row.Told = ReviewStage.None;
            row.ToldOn = null;
        }

        row.ContentType = item.ContentType;
        row.Title = item.DisplayText;
        row.OwnerId = facts.OwnerId is { Length: > 0 and <= Identifiers.MaximumLength } owner ? owner : null;
        row.ReviewBy = facts.ReviewBy;
        row.HasSource = facts.HasSource;
        row.Quality = facts.Quality.Length <= ReviewRow.QualityLength ? facts.Quality : facts.Quality[..ReviewRow.QualityLength];
    }

    private async Task RemoveAsync(ContentItem item, CancellationToken cancellation) =>
        db.RemoveRange(await db.Reviews.Where(row => row.ContentItemId == item.ContentItemId).ToListAsync(cancellation));
}
