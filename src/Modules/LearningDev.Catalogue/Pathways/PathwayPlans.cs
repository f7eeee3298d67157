using LearningDev.Catalogue.Entries;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Pathways;

/// <summary>Keeps the steps of every published programme, which every entry's page asks for.</summary>
internal sealed class PathwayPlans(PortalDb db, PortalCache cache, ContentDefinitions definitions)
    : IContentIndex, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    private const string Key = "catalogue-pathways";

    /// <summary>The programmes that have steps, by content item. Shared by requests: nobody may change them.</summary>
    public Task<IReadOnlyDictionary<string, PathwayPlan>> AllAsync(CancellationToken cancellation) =>
        cache.GetAsync<IReadOnlyDictionary<string, PathwayPlan>>(db, Key, async () =>
            await db.Pathways.AsNoTracking().Include(plan => plan.Steps.OrderBy(step => step.Position))
                .ToDictionaryAsync(plan => plan.ContentItemId, cancellation));

    public async Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation)
    {
        var item = portalEvent.Item;
        var isLearning = LearningKinds.IsLearning(await definitions.GetAsync(cancellation), item.ContentType);
        await ReplaceAsync(item.ContentItemId, isLearning ? Read(item) : null, cancellation);
    }

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) =>
        ReplaceAsync(portalEvent.Item.ContentItemId, null, cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) =>
        ReplaceAsync(portalEvent.Item.ContentItemId, null, cancellation);

    /// <summary>
    /// The steps as editors have chosen them. An optional step that is not among the steps comes after them; a programme that names itself is no step
    /// of its own.
    /// </summary>
    internal static PathwayPlan? Read(ContentItem item)
    {
        var kind = item.As<KindPart>(item.ContentType);
        var optional = kind.OptionalSteps?.ContentItemIds ?? [];
        var steps = (kind.Steps?.ContentItemIds ?? []).Concat(optional).Where(id => id != item.ContentItemId).Distinct().ToList();
        return steps.Count == 0 ? null : new PathwayPlan
        {
            ContentItemId = item.ContentItemId,
            OptionalWanted = (int)Math.Clamp(kind.OptionalWanted?.Value ?? 0, 0, steps.Count),
            Steps = [.. steps.Index().Select(step => new PathwayStep { ContentItemId = step.Item, Position = step.Index, IsOptional = optional.Contains(step.Item) })],
        };
    }

    private async Task ReplaceAsync(string id, PathwayPlan? plan, CancellationToken cancellation)
    {
        var known = await db.Pathways.Include(row => row.Steps).SingleOrDefaultAsync(row => row.ContentItemId == id, cancellation);
        if (known is null && plan is null)
        {
            return;
        }

        if (known is null)
        {
            db.Add(plan!);
        }
        else if (plan is null)
        {
            db.Remove(known);
        }
        else
        {
            // Deleted first: a step that stays has the key of the one that goes.
            known.Steps.Clear();
            known.OptionalWanted = plan.OptionalWanted;
            await db.SaveChangesAsync(cancellation);
            known.Steps = plan.Steps;
        }

        cache.ForgetOnCommit(db, Key);
    }
}
