using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Browsing;

/// <summary>Finds files for the library's pages and for pickers, a page at a time.</summary>
internal sealed class MediaListing(PortalDb db, MediaUses uses, ISettings settings)
{
    private const int MostWords = 10;

    // U+0000 stands in no name, and PostgreSQL does not take it.
    private static readonly char[] Between = [' ', '\0'];

    /// <summary>Finds a page of files: those of a folder by name, or, when something is searched for, those of the folder and all in it, the newest first.</summary>
    public async Task<MediaPageOfFiles> FindAsync(MediaQuery query, CancellationToken cancellation)
    {
        var rows = await uses.SeenAsync(Matching(query), cancellation);
        var count = await rows.CountAsync(cancellation);
        var size = query.Size ?? Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Clamp(query.Page, 1, pages);
        rows = query.IsSearch ? rows.OrderByDescending(file => file.ModifiedUtc).ThenBy(file => file.Id) : rows.OrderBy(file => file.Path);
        var files = await rows.Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        return new MediaPageOfFiles(count, page, pages, files);
    }

    /// <summary>Finds files by their paths of today and earlier ones: what items name.</summary>
    public async Task<IReadOnlyDictionary<string, MediaFile>> ByPathsAsync(IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        if (paths.Count == 0)
        {
            return new Dictionary<string, MediaFile>();
        }

        var found = await db.Set<MediaFile>().AsNoTracking().Where(file => paths.Contains(file.Path)).ToDictionaryAsync(file => file.Path, cancellation);
        List<string> missing = [.. paths.Where(path => !found.ContainsKey(path))];
        if (missing.Count > 0)
        {
            var earlier = await db.Set<MediaAlias>().Where(alias => missing.Contains(alias.Path))
                .Join(db.Set<MediaFile>(), alias => alias.FileId, file => file.Id, (alias, file) => new { alias.Path, File = file }).AsNoTracking().ToListAsync(cancellation);
            earlier.ForEach(pair => found[pair.Path] = pair.File);
        }

        return found;
    }

    private IQueryable<MediaFile> Matching(MediaQuery query)
    {
        var rows = db.Set<MediaFile>().AsNoTracking();
        var beginning = query.Folder + "/";
        rows = !query.IsSearch ? rows.Where(file => file.Folder == query.Folder)
            : query.Folder.Length > 0 ? rows.Where(file => file.Path.StartsWith(beginning))
            : rows;
        if (query.Kind is { } kind)
        {
            rows = rows.Where(file => file.Kind == kind);
        }

        rows = query.Lack switch
        {
            MediaLack.Description => rows.Where(file => file.Kind == MediaKind.Picture && file.AlternativeText == "" && !file.IsDecorative),
            MediaLack.Captions => rows.Where(file => file.Kind == MediaKind.Video && !db.Set<MediaCaptions>().Any(captions => captions.FileId == file.Id)),
            MediaLack.Transcript => rows.Where(file => (file.Kind == MediaKind.Video || file.Kind == MediaKind.Audio) && file.Transcript == ""),
            MediaLack.Use => rows.Where(file => !db.Set<MediaUse>().Any(use => (use.IsLatest || use.IsPublished)
                && (use.Path == file.Path || db.Set<MediaAlias>().Any(alias => alias.FileId == file.Id && alias.Path == use.Path)))),
            _ => rows,
        };

        // EF Core turns ToLower into SQL's lower; the forms with a culture are not for it.
#pragma warning disable CA1304, CA1311, CA1862
        foreach (var word in query.Words.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            rows = rows.Where(file => file.Path.ToLower().Contains(word) || file.AlternativeText.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862

        return rows;
    }
}

/// <summary>What a file may lack.</summary>
internal enum MediaLack
{
    /// <summary>A picture lacks its alternative text.</summary>
    Description,

    /// <summary>A video lacks captions.</summary>
    Captions,

    /// <summary>A video or recording lacks a transcript.</summary>
    Transcript,

    /// <summary>Nothing shows the file.</summary>
    Use,
}

/// <summary>What is searched for.</summary>
/// <param name="Folder">The folder; empty for the top.</param>
/// <param name="Words">Words of the path or the alternative text.</param>
/// <param name="Kind">A kind; null for all.</param>
/// <param name="Lack">What the files lack; null for all files.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">How many files a page has; null for as many as the settings say.</param>
internal sealed record MediaQuery(string Folder, string Words, MediaKind? Kind, MediaLack? Lack, int Page, int? Size = null)
{
    /// <summary>True to look into all folders though nothing is searched for.</summary>
    public bool SearchesAll { get; init; }

    public bool IsSearch => SearchesAll || Kind is not null || Lack is not null || !string.IsNullOrWhiteSpace(Words);
}

/// <summary>A page of files.</summary>
internal sealed record MediaPageOfFiles(int Count, int Page, int Pages, IReadOnlyList<MediaFile> Files);
