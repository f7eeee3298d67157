using LearningDev.Content.Editing.Previewing;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;

namespace LearningDev.Content.Pages;

/// <summary>The addresses of items' own pages, for whoever may see them.</summary>
public sealed class ItemLinks
{
    private readonly ContentItems items;
    private readonly PageFinder pages;
    private readonly ItemVisibility visibility;

    internal ItemLinks(ContentItems items, PageFinder pages, ItemVisibility visibility)
    {
        this.items = items;
        this.pages = pages;
        this.visibility = visibility;
    }

    /// <summary>The address below the portal's root of the page that shows an item, for example "/catalogue/first-aid".</summary>
    /// <param name="contentItemId">The item's id.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null when the item is not published, has no page, or the current person may not see it.</returns>
    public async Task<string?> FindAsync(string contentItemId, CancellationToken cancellation = default)
    {
        if (await items.FindAsync(contentItemId, VersionChoice.Published, cancellation) is not { } item || item.As<AutoroutePart>().Path is not { Length: > 0 } path)
        {
            return null;
        }

        return await visibility.MaySeeAsync(item, cancellation) && await pages.FindAsync($"/{path}") is not null ? $"/{path}" : null;
    }
}
