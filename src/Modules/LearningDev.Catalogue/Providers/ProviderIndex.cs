using LearningDev.Catalogue.Entries;
using LearningDev.Content.Items;
using LearningDev.Content.Markdown;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Providers;

/// <summary>Keeps the directory of providers.</summary>
internal sealed class ProviderIndex(PortalDb db) : IContentIndex, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public async Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation)
    {
        List<ContentItem> items = [.. portalEvents.Select(published => published.Item).Where(item => item.ContentType == nameof(Provider))];
        List<string> ids = [.. items.Select(item => item.ContentItemId)];
        var rows = ids.Count == 0 ? [] : await db.Providers.Where(row => EF.Parameter(ids).Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, cancellation);
        foreach (var item in items)
        {
            if (!rows.TryGetValue(item.ContentItemId, out var row))
            {
                row = new ProviderEntry { ContentItemId = item.ContentItemId };
                db.Add(row);
            }

            Fill(row, item);
        }
    }

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => RemoveAsync(portalEvent.Item, cancellation);

    private static void Fill(ProviderEntry row, ContentItem item)
    {
        var provider = item.As<Provider>();
        var about = MarkdownText.ToPlainText(provider.About.Markdown).ReplaceLineEndings(" ");
        row.Name = item.DisplayText;
        row.Slug = item.As<AutoroutePart>().Path.Split('/')[^1];
        row.About = about.Length <= ProviderEntry.AboutLength ? about : Shortened(about);
        row.IsRecognised = provider.Recognised.Value;
        row.Relation = provider.Relation.Text ?? "";
        row.HasInclusiveTools = !string.IsNullOrWhiteSpace(provider.InclusiveTools.Markdown);
    }

    private static string Shortened(string about)
    {
        var end = about.LastIndexOf(' ', ProviderEntry.AboutLength - 2) is > 0 and var space ? space : ProviderEntry.AboutLength - 2;
        return (char.IsHighSurrogate(about[end - 1]) ? about[..(end - 1)] : about[..end]) + "…";
    }

    private async Task RemoveAsync(ContentItem item, CancellationToken cancellation) =>
        db.RemoveRange(await db.Providers.Where(row => row.ContentItemId == item.ContentItemId).ToListAsync(cancellation));
}
