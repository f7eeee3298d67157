using LearningDev.Content.Fields;
using LearningDev.Content.Media.Browsing;

namespace LearningDev.Content.Media.Showing;

/// <summary>The files of an item's field as pages list them, and their bytes. Who may see the item may have them: ask before.</summary>
public sealed class MediaFiles
{
    private readonly MediaListing listing;
    private readonly MediaLibrary library;

    internal MediaFiles(MediaListing listing, MediaLibrary library) => (this.listing, this.library) = (listing, library);

    /// <summary>The files that a field names, in its order; those that are gone are left out. It takes two queries at most.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ListedFile>> FindAsync(MediaField field, CancellationToken cancellation = default)
    {
        var files = await listing.ByPathsAsync([.. field.Paths.Distinct()], cancellation);
        return
        [
            .. field.Paths.Index().Where(one => files.ContainsKey(one.Item)).Select(one => new ListedFile(
                one.Item, field.MediaTexts.ElementAtOrDefault(one.Index) is { Length: > 0 } words ? words : files[one.Item].Name, files[one.Item])),
        ];
    }

    /// <summary>A file's bytes.</summary>
    /// <param name="file">The file.</param>
    public Stream Open(ListedFile file) => library.Open(file.File);
}

/// <summary>A file as a page lists it.</summary>
/// <param name="Path">The path as the item has it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="File">The file.</param>
public sealed record ListedFile(string Path, string Name, MediaFile File)
{
    /// <summary>Its address below the portal's root.</summary>
    public string Url => MediaLinks.Of(Path);

    /// <summary>Its format and size, for example "PDF, 1.4MB".</summary>
    public string Facts => $"{File.Format}, {File.Size}";
}
