using LearningDev.Content.Media.Foldering;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Media.Moving;

[RequiresPermission("ManageMedia")]
internal sealed class MoveFileModel(MediaEditing editing, MediaFolders folders) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Folder { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public MediaFile Media { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Folders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        (Folder, Name) = (Media.Folder, Path.GetFileNameWithoutExtension(Media.Name));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (MediaPaths.FolderName(Name ?? "").Length == 0)
        {
            ModelState.AddModelError(nameof(Name), string.IsNullOrWhiteSpace(Name) ? "Enter a name" : "Use letters or digits in the name");
        }

        if (!Folders.Any(folder => folder.Value == (Folder ?? "")))
        {
            ModelState.AddModelError(nameof(Folder), "Select one of the folders");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await editing.MoveAsync(Media, Folder ?? "", Name!, cancellation);
            TempData[PageFrame.Message] = $"The file is {Media.Path}. Its earlier address leads to it";
            return Redirect(MediaLinks.File(Id));
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError(nameof(Name), refused.Message.TrimEnd('.'));
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
        Folders = [new SelectListItem("Top of the library", ""), .. (await folders.AllAsync(cancellation)).Select(folder => new SelectListItem(folder, folder))];
        return true;
    }
}
