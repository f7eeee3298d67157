using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.MembersHub.Hub;

namespace LearningDev.MembersHub.Resources;

/// <summary>Finds a published resource by the last part of its address, if it is for the current person.</summary>
internal sealed class ResourceFinder(ContentItems items, ContentRoutes routes, ItemVisibility visibility)
{
    /// <summary>Finds it; null when there is none for this person.</summary>
    public async Task<ContentItem?> FindAsync(string slug, CancellationToken cancellation) =>
        await routes.FindAsync(HubLinks.ResourceBeginning + slug, cancellation) is { } id
            && await items.FindAsync(id, VersionChoice.Published, cancellation) is { ContentType: nameof(HubResource) } item
            && await visibility.MaySeeAsync(item, cancellation) ? item : null;
}
