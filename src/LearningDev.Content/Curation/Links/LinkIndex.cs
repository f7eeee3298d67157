using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Links;

/// <summary>Keeps which addresses published content leads to, in the transaction that publishes it.</summary>
internal sealed class LinkIndex(PortalDb db, ContentDefinitions definitions, PrivateTypes privates, TimeProvider time)
    : IContentIndex, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public async Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        List<string> ids = [.. portalEvents.Select(published => published.Item.ContentItemId)];
        Dictionary<(string Link, string Item), string> wanted = [];
        Dictionary<string, string> urls = [];
        foreach (var item in portalEvents.Select(published => published.Item).Where(item => !privates.Contains(item.ContentType)))
        {
            foreach (var (url, fields) in LinkReader.Read(item, set))
            {
                var id = Identifiers.From(url);
                urls[id] = url;
                wanted[(id, item.ContentItemId)] = fields.Length <= LinkUse.FieldLength ? fields : fields[..LinkUse.FieldLength];
            }
        }

        await AddAsync(urls, cancellation);
        foreach (var use in await db.LinkUses.Where(use => EF.Parameter(ids).Contains(use.ContentItemId)).ToListAsync(cancellation))
        {
            if (wanted.Remove((use.LinkId, use.ContentItemId), out var fields))
            {
                use.Fields = fields;
            }
            else
            {
                db.Remove(use);
            }
        }

        db.AddRange(wanted.Select(pair => new LinkUse { LinkId = pair.Key.Link, ContentItemId = pair.Key.Item, Fields = pair.Value }));
    }

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    // Two who publish the same new address at once must not be in each other's way. Addresses that nothing leads to any more go with the next check.
    private async Task AddAsync(Dictionary<string, string> urls, CancellationToken cancellation)
    {
        List<string> ids = [.. urls.Keys];
        var known = ids.Count == 0 ? [] : await db.Links.Where(link => EF.Parameter(ids).Contains(link.Id)).Select(link => link.Id).ToListAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var id in ids.Except(known).Order(StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO content_link (id, url, host, state, problem, next_utc, failed_days, ignored_reason, ignored_by)
                VALUES ({id}, {urls[id]}, {new Uri(urls[id]).IdnHost}, {nameof(LinkState.Waiting)}, '', {now}, 0, '', '') ON CONFLICT (id) DO NOTHING
                """, cancellation);
        }
    }

    private async Task RemoveAsync(ContentItem item, CancellationToken cancellation) =>
        db.RemoveRange(await db.LinkUses.Where(use => use.ContentItemId == item.ContentItemId).ToListAsync(cancellation));
}
