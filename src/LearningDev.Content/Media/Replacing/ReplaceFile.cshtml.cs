using LearningDev.Content.Media.Checking;
using LearningDev.Content.Media.Uploading;
using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Media.Replacing;

[RequiresPermission("ManageMedia")]
[MediaUpload]
internal sealed class ReplaceFileModel(MediaEditing editing, MediaLibrary library, MediaUses uses, FileCheck check) : PageModel
{
    private CheckedFile? content;
    private string refusal = "Select a file";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public MediaFile Media { get; private set; } = null!;

    public int Uses { get; private set; }

    /// <summary>The ends of names that may take the file's place.</summary>
    public string Accept => string.Join(',', FileKind.All
        .Where(kind => Media.Kind == MediaKind.Picture ? kind.Kind == MediaKind.Picture : kind.ContentType == Media.ContentType).Select(kind => $".{kind.Extension}"));

    // As for uploads: what takes long comes before the transaction.
    public override async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (!HttpMethods.IsPost(Request.Method) || !Request.HasFormContentType
            || (await Request.ReadFormAsync(HttpContext.RequestAborted)).Files is not [var sent, ..])
        {
            return;
        }

        var stream = sent.OpenReadStream();
        HttpContext.Response.RegisterForDisposeAsync(stream);
        try
        {
            content = await check.CheckAsync(sent.FileName, stream, anyPicture: true, HttpContext.RequestAborted);
        }
        catch (MediaRefusedException refused)
        {
            refusal = refused.Message.TrimEnd('.');
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        try
        {
            var changed = await library.ReplaceAsync(Media, content ?? throw new MediaRefusedException(refusal), cancellation);
            TempData[PageFrame.Message] = changed ? "The file is replaced. All that shows it shows the new one" : "The file is the same as before";
            return Redirect(MediaLinks.File(Id));
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError("File", refused.Message.TrimEnd('.'));
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Id, cancellation) is not { } file)
        {
            return false;
        }

        Media = file;
        Uses = await uses.CountAsync(file, cancellation);
        return true;
    }
}
