namespace LearningDev.Content.Items.Readers;

/// <summary>Finds published items that the current person may see; for whom one is not, there is none.</summary>
/// <param name="items">The items.</param>
/// <param name="routes">Their addresses.</param>
/// <param name="visibility">Who may see what.</param>
public sealed class VisibleItems(ContentItems items, ContentRoutes routes, ItemVisibility visibility)
{
    /// <summary>The item of a type that has or had an address; null when there is none for this person.</summary>
    /// <param name="contentType">The content type.</param>
    /// <param name="path">The address below the portal's root, without a leading slash.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ContentItem?> AtAsync(string contentType, string path, CancellationToken cancellation = default) =>
        await routes.FindAsync(path, cancellation) is { } id
            && await items.FindAsync(id, VersionChoice.Published, cancellation) is { } item && item.ContentType == contentType
            && await visibility.MaySeeAsync(item, cancellation) ? item : null;

    /// <summary>All items of a type, of which there are a handful, by name.</summary>
    /// <param name="contentType">The content type.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<ContentItem>> AllAsync(string contentType, CancellationToken cancellation = default)
    {
        List<ContentItem> seen = [];
        foreach (var item in await items.AllAsync(contentType, VersionChoice.Published, cancellation))
        {
            if (await visibility.MaySeeAsync(item, cancellation))
            {
                seen.Add(item);
            }
        }

        return seen;
    }
}
