using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Writing;

/// <summary>Finds what a text can link to or show. The id of what is found is its address.</summary>
internal sealed class LinkSearch(PortalDb db, ContentDefinitions definitions)
{
    private const int MostWords = 10;

    /// <summary>Published items that have a page of their own, by words of the title.</summary>
    public async Task<PickMatches> PagesAsync(string typed, CancellationToken cancellation)
    {
        var words = Words(typed);
        if (words.Count == 0)
        {
            return PickMatches.None;
        }

        var set = await definitions.GetAsync(cancellation);
        List<string> types = [.. set.TypesWith(nameof(AutoroutePart))];
        // EF Core turns ToLower into SQL's lower; the forms with a culture are not for it.
#pragma warning disable CA1304, CA1311, CA1862
        var rows = words.Aggregate(
            db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Published && types.Contains(row.ContentType)),
            (found, word) => found.Where(row => row.DisplayText.ToLower().Contains(word)));
        var first = words[0];
        rows = rows.OrderBy(row => row.DisplayText.ToLower().StartsWith(first) ? 0 : 1).ThenBy(row => row.DisplayText).ThenBy(row => row.ContentItemId);
#pragma warning restore CA1304, CA1311, CA1862
        var items = (await rows.Take(PickMatches.Most + 1).ToListAsync(cancellation)).Select(row => row.ToItem());
        return PickMatches.Of(
        [
            .. from item in items
               let path = item.As<AutoroutePart>().Path
               where path.Length > 0
               select new Pick($"/{path}", item.DisplayText, set.FindType(item.ContentType)?.DisplayName ?? item.ContentType),
        ]);
    }

    /// <summary>Pictures of the library, by words of the path or of what they show, which is the note.</summary>
    public Task<PickMatches> PicturesAsync(string typed, CancellationToken cancellation) => FilesAsync(typed, "image/", cancellation);

    /// <summary>Videos of the library.</summary>
    public Task<PickMatches> VideosAsync(string typed, CancellationToken cancellation) => FilesAsync(typed, "video/", cancellation);

    private async Task<PickMatches> FilesAsync(string typed, string kind, CancellationToken cancellation)
    {
        var words = Words(typed);
        if (words.Count == 0)
        {
            return PickMatches.None;
        }

#pragma warning disable CA1304, CA1311, CA1862
        var files = words.Aggregate(
            db.Set<MediaFile>().AsNoTracking().Where(file => file.ContentType.StartsWith(kind)),
            (found, word) => found.Where(file => file.Path.ToLower().Contains(word) || file.AlternativeText.ToLower().Contains(word)));
#pragma warning restore CA1304, CA1311, CA1862
        var paths = await files.OrderBy(file => file.Path).Take(PickMatches.Most + 1).Select(file => new { file.Path, file.AlternativeText }).ToListAsync(cancellation);
        return PickMatches.Of([.. paths.Select(file => new Pick(Address(file.Path), file.Path, file.AlternativeText))]);
    }

    private static string Address(string path) => $"/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private static List<string> Words(string typed) => [.. typed.ToLowerInvariant().Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
}
