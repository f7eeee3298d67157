using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;

namespace LearningDev.Content.Taxonomies;

/// <summary>Lets go of the kept taxonomies when one changes.</summary>
internal sealed class TaxonomyChanges(PortalDb db, PortalCache cache)
    : IEventHandler<ContentPublished>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    private Task ForgetAsync(ContentEvent change)
    {
        if (change.Item.ContentType == TaxonomyReader.ContentType)
        {
            cache.ForgetOnCommit(db, TaxonomyReader.CacheKey);
        }

        return Task.CompletedTask;
    }
}
