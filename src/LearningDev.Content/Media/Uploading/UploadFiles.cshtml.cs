using LearningDev.Content.Media.Browsing;
using LearningDev.Content.Media.Checking;
using LearningDev.Content.Media.Foldering;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Media.Uploading;

[RequiresPermission("ManageMedia")]
[MediaUpload]
internal sealed class UploadFilesModel(FileCheck check, MediaLibrary library, MediaFolders folders, ISettings settings) : PageModel
{
    /// <summary>How many files may be sent at once; the script sends each by itself.</summary>
    public const int MostAtOnce = 50;

    private readonly List<(IFormFile Sent, CheckedFile? File, string Refusal)> checkedFiles = [];

    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? FolderPath { get; set; }

    public string Folder { get; private set; } = "";

    public MediaSettings Limits { get; private set; } = new();

    /// <summary>The files that were taken though others were refused.</summary>
    public IReadOnlyList<MediaFile> Taken { get; private set; } = [];

    private bool IsScript => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    // Pictures are made and archives unpacked before the page's transaction begins, during which nobody else can write on SQLite.
    public override async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (!HttpMethods.IsPost(Request.Method) || !Request.HasFormContentType)
        {
            return;
        }

        foreach (var sent in (await Request.ReadFormAsync(HttpContext.RequestAborted)).Files.Take(MostAtOnce))
        {
            var content = sent.OpenReadStream();
            HttpContext.Response.RegisterForDisposeAsync(content);
            try
            {
                checkedFiles.Add((sent, await check.CheckAsync(sent.FileName, content, anyPicture: true, HttpContext.RequestAborted), ""));
            }
            catch (MediaRefusedException refused)
            {
                checkedFiles.Add((sent, null, refused.Message));
            }
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Folder = MediaPaths.Tidy(FolderPath ?? "");
        if (!await folders.ExistsAsync(Folder, cancellation))
        {
            return NotFound();
        }

        List<MediaFile> taken = [];
        List<string> refusals = [];
        foreach (var (sent, file, refusal) in checkedFiles)
        {
            try
            {
                taken.Add(file is null ? throw new MediaRefusedException(refusal) : await library.AddAsync(file, sent.FileName, Folder, words: null, cancellation));
            }
            catch (MediaRefusedException refused)
            {
                refusals.Add($"{Shown(sent.FileName)} cannot be used. {refused.Message.TrimEnd('.')}");
            }
        }

        if (checkedFiles.Count == 0)
        {
            refusals.Add("Select a file");
        }

        if (IsScript)
        {
            return refusals.Count > 0
                ? new JsonResult(new { error = refusals[0] }) { StatusCode = StatusCodes.Status422UnprocessableEntity }
                : new JsonResult(new { ids = taken.Select(file => file.Id), next = Next(taken) });
        }

        if (refusals.Count > 0)
        {
            Taken = taken;
            ModelState.AddModelError("Files", string.Join(". ", refusals));
            return await ShowAsync(cancellation);
        }

        TempData[PageFrame.Message] = taken.Count == 1 ? $"{taken[0].Name} is uploaded" : $"{taken.Count} files are uploaded";
        return Redirect(Next(taken));
    }

    public static string Next(IReadOnlyList<MediaFile> taken) => taken switch
    {
        [var only] => MediaLinks.File(only.Id),
        _ when taken.Any(file => !file.IsDescribed) => MediaLinks.Describe(taken.Where(file => !file.IsDescribed).Select(file => file.Id)),
        _ => MediaLinks.Folder(taken[0].Folder),
    };

    public string LimitOf(MediaKind kind) => MediaFacts.SizeWords(Limits.Largest(kind));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Folder = MediaPaths.Tidy(FolderPath ?? "");
        Limits = await settings.GetAsync<MediaSettings>(cancellation);
        return !await folders.ExistsAsync(Folder, cancellation) ? NotFound() : Page();
    }

    // The last part of a name that may hold folders, and as much of it as a message can.
    private static string Shown(string name)
    {
        const int most = 80;
        var last = name.Replace('\\', '/').Split('/')[^1];
        return last.Length == 0 ? "The file" : last.Length <= most ? last : last[..most] + "…";
    }
}
