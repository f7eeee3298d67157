using System.IO.Compression;
using System.Text;
using LearningDev.Content.Fields;
using LearningDev.Content.Media.Browsing;
using LearningDev.Content.Recipes.Exporting;

namespace LearningDev.Content.Media.Showing;

/// <summary>The files of an item's field as pages list them, and their bytes. Who may see the item may have them: ask before.</summary>
public sealed class MediaFiles
{
    private readonly MediaListing listed;
    private readonly MediaLibrary kept;

    internal MediaFiles(MediaListing listing, MediaLibrary library) => (listed, kept) = (listing, library);

    /// <summary>The files that a field names, in its order; those that are gone are left out. It takes two queries at most.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ListedFile>> FindAsync(MediaField field, CancellationToken cancellation = default)
    {
        var files = await listed.ByPathsAsync([.. field.Paths.Distinct()], cancellation);
        return
        [
            .. field.Paths.Index().Where(one => files.ContainsKey(one.Item)).Select(one => new ListedFile(
                one.Item, field.MediaTexts.ElementAtOrDefault(one.Index) is { Length: > 0 } words ? words : files[one.Item].Name, files[one.Item])),
        ];
    }

    /// <summary>Writes files into one ZIP archive, with a text that comes first. Each goes from the database into the stream piece by piece, so that nothing is kept in memory.</summary>
    /// <param name="stream">Where it is written; it may be an answer to a browser.</param>
    /// <param name="files">The files; two of one name are told apart by a number.</param>
    /// <param name="textName">The name of the text, for example "About.txt".</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task WriteZipAsync(Stream stream, IReadOnlyList<ListedFile> files, string textName, string text, CancellationToken cancellation = default)
    {
        await using var sent = new SendLaterStream(stream);
        await using (var zip = await ZipArchive.CreateAsync(sent, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation))
        {
            await using (var first = await zip.CreateEntry(textName).OpenAsync(cancellation))
            {
                await first.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
            }

            HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { textName };
            foreach (var file in files)
            {
                await using var content = kept.Open(file.File);
                await using var entry = await zip.CreateEntry(FreeName(file.File.Name, taken), CompressionLevel.Fastest).OpenAsync(cancellation);
                await content.CopyToAsync(entry, cancellation);
            }
        }

        await sent.FlushAsync(cancellation);
    }

    private static string FreeName(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
        }

        return free;
    }
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
