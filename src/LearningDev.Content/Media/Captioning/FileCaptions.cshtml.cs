using LearningDev.Content.Media.Checking;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Media.Captioning;

[RequiresPermission("ManageMedia")]
internal sealed class FileCaptionsModel(MediaEditing editing) : PageModel
{
    private const int MostBytes = WebVtt.MostCharacters * 4;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Language { get; set; } = "en";

    [BindProperty]
    public IFormFile? Captions { get; set; }

    public MediaFile Media { get; private set; } = null!;

    public IReadOnlyList<MediaCaptions> Kept { get; private set; } = [];

    public static IEnumerable<SelectListItem> Languages => CaptionLanguages.All.Select(language => new SelectListItem(language.Name, language.Code));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (!CaptionLanguages.IsKnown(Language ?? ""))
        {
            ModelState.AddModelError(nameof(Language), "Select the language of the captions");
        }

        if (Captions is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Captions), "Select the file with the captions");
        }
        else if (Captions.Length > MostBytes)
        {
            ModelState.AddModelError(nameof(Captions), "The captions are too long");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await editing.CaptionAsync(Media, Language!, await ReadAsync(Captions!, cancellation), cancellation);
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError(nameof(Captions), refused.Message.TrimEnd('.'));
            return Page();
        }

        TempData[PageFrame.Message] = "The captions are saved";
        return Redirect(MediaLinks.Captions(Id));
    }

    /// <summary>Takes the captions of a language away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? code, CancellationToken cancellation)
    {
        ModelState.Clear();
        try
        {
            if (!await LoadAsync(cancellation) || !await editing.UncaptionAsync(Media, code ?? "", cancellation))
            {
                return NotFound();
            }
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message.TrimEnd('.'));
            return Page();
        }

        TempData[PageFrame.Message] = $"The captions in {CaptionLanguages.NameOf(code!)} are removed";
        return Redirect(MediaLinks.Captions(Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Id, cancellation) is not { Kind: MediaKind.Video or MediaKind.Audio } file)
        {
            return false;
        }

        Media = file;
        Kept = await editing.CaptionsAsync(Id, cancellation);
        return true;
    }

    private static async Task<string?> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return WebVtt.Read(bytes.ToArray());
    }
}
