using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Equality;

/// <summary>Keeps which learning each assessment is about. A draft counts as begun, what is published as complete.</summary>
internal sealed class AssessmentIndex(PortalDb db, ContentItems items)
    : IContentIndex, IEventHandler<ContentDraftSaved>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>, IEventHandler<ContentRestored>
{
    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation) =>
        WriteAsync(portalEvents.Select(portalEvent => portalEvent.Item), cancellation);

    public Task HandleAsync(ContentDraftSaved portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentDraftSaved> portalEvents, CancellationToken cancellation) =>
        WriteAsync(portalEvents.Select(portalEvent => portalEvent.Item), cancellation);

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], cancellation);

    public Task HandleAsync(ContentRestored portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], cancellation);

    private async Task WriteAsync(IEnumerable<ContentItem> changed, CancellationToken cancellation)
    {
        List<string> ids = [.. changed.Where(item => item.ContentType == nameof(EqualityImpactAssessment)).Select(item => item.ContentItemId).Distinct()];
        if (ids.Count == 0)
        {
            return;
        }

        Dictionary<(string, string), string?> wanted = [];
        foreach (var draft in await items.FindAllAsync(ids, VersionChoice.Latest, cancellation))
        {
            Add(wanted, draft, outcome: null);
        }

        foreach (var complete in await items.FindAllAsync(ids, VersionChoice.Published, cancellation))
        {
            Add(wanted, complete, complete.As<EqualityImpactAssessment>().Outcome.Text ?? "");
        }

        foreach (var row in await db.AssessedLearning.Where(row => EF.Parameter(ids).Contains(row.AssessmentId)).ToListAsync(cancellation))
        {
            if (wanted.Remove((row.AssessmentId, row.EntryId), out var outcome))
            {
                row.Outcome = outcome;
            }
            else
            {
                db.Remove(row);
            }
        }

        db.AddRange(wanted.Select(pair => new AssessedLearning { AssessmentId = pair.Key.Item1, EntryId = pair.Key.Item2, Outcome = pair.Value }));
    }

    private static void Add(Dictionary<(string, string), string?> wanted, ContentItem assessment, string? outcome)
    {
        foreach (var entry in assessment.As<EqualityImpactAssessment>().Learning.ContentItemIds.Where(id => id.Length is > 0 and <= Identifiers.MaximumLength))
        {
            wanted[(assessment.ContentItemId, entry)] = outcome;
        }
    }
}
