using LearningDev.Content.Media.Foldering;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Media.Browsing;

[RequiresPermission("ViewMedia")]
internal sealed class LibraryModel(MediaListing listing, MediaFolders folders, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? FolderPath { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "lacks")]
    public string? Lacks { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public string Folder { get; private set; } = "";

    public MediaQuery Query { get; private set; } = null!;

    public MediaPageOfFiles List { get; private set; } = null!;

    public IReadOnlyList<string> Folders { get; private set; } = [];

    public bool MayManage { get; private set; }

    public string Title => Folder.Length == 0 ? "Media library" : NameOf(Folder);

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<MediaKind>().Select(kind => new SelectListItem(kind.Words, kind.ToString()));

    public static IEnumerable<SelectListItem> AllLacks =>
    [
        new("Pictures without alternative text", nameof(MediaLack.Description)),
        new("Videos without captions", nameof(MediaLack.Captions)),
        new("Videos and recordings without a transcript", nameof(MediaLack.Transcript)),
        new("Files that nothing shows", nameof(MediaLack.Use)),
    ];

    /// <summary>The folders above this one, the outermost first.</summary>
    public IEnumerable<string> Above => MediaPaths.WithParents(MediaPaths.FolderOf(Folder)).Reverse();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Folder = MediaPaths.Tidy(FolderPath ?? "");
        if (!await folders.ExistsAsync(Folder, cancellation))
        {
            return NotFound();
        }

        Query = new MediaQuery(
            Folder, Words ?? "", Chosen<MediaKind>(Kind), Chosen<MediaLack>(Lacks), int.TryParse(PageNumber, out var page) ? page : 1);
        List = await listing.FindAsync(Query, cancellation);
        Folders = Query.IsSearch || List.Page > 1 ? [] : await folders.InAsync(Folder, cancellation);
        MayManage = await permissions.MayAsync(User, ContentModule.ManageMedia.Name);
        return Page();
    }

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public string UrlOfPage(int page)
    {
        QueryBuilder query = [];
        foreach (var (name, value) in new[] { ("folder", Folder), ("q", Words), ("kind", Kind), ("lacks", Lacks), ("p", page.ToString(System.Globalization.CultureInfo.InvariantCulture)) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return MediaLinks.Library + query;
    }

    private static T? Chosen<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
