using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Media.Foldering;

[RequiresPermission("ManageMedia")]
internal sealed class ChangeFolderModel(MediaFolders folders) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? FolderPath { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Inside { get; set; }

    public string Folder => MediaPaths.Tidy(FolderPath ?? "");

    public string FolderName => Folder[(Folder.LastIndexOf('/') + 1)..];

    public bool IsEmpty { get; private set; }

    public IReadOnlyList<SelectListItem> Folders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Folder.Length == 0)
        {
            return Redirect(MediaLinks.Library);
        }

        (Name, Inside) = (FolderName, MediaPaths.FolderOf(Folder));
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Folder.Length == 0 || !await folders.ExistsAsync(Folder, cancellation))
        {
            return NotFound();
        }

        try
        {
            if (string.IsNullOrWhiteSpace(Name))
            {
                throw new MediaRefusedException("Enter a name");
            }

            if (!await folders.ExistsAsync(Inside ?? "", cancellation))
            {
                throw new MediaRefusedException("Select a folder that is still there");
            }

            var path = await folders.MoveAsync(Folder, Inside ?? "", Name, cancellation);
            TempData[PageFrame.Message] = "The folder is changed. Earlier addresses of its files lead to them";
            return Redirect(MediaLinks.Folder(path));
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError(nameof(Name), refused.Message.TrimEnd('.'));
            return await ShowAsync(cancellation);
        }
    }

    /// <summary>Removes the folder.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (Folder.Length == 0 || !await folders.ExistsAsync(Folder, cancellation))
        {
            return NotFound();
        }

        if (!await folders.RemoveAsync(Folder, cancellation))
        {
            ModelState.AddModelError("", "The folder is not removed, because something is in it");
            (Name, Inside) = (FolderName, MediaPaths.FolderOf(Folder));
            return await ShowAsync(cancellation);
        }

        TempData[PageFrame.Message] = $"The folder {FolderName} is removed";
        return Redirect(MediaLinks.Folder(MediaPaths.FolderOf(Folder)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await folders.ExistsAsync(Folder, cancellation))
        {
            return NotFound();
        }

        IsEmpty = await folders.IsEmptyAsync(Folder, cancellation);
        var within = Folder + "/";
        Folders =
        [
            new SelectListItem("Top of the library", ""),
            .. (await folders.AllAsync(cancellation)).Where(folder => folder != Folder && !folder.StartsWith(within, StringComparison.Ordinal))
                .Select(folder => new SelectListItem(folder, folder)),
        ];
        return Page();
    }
}
