using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Media.Foldering;

[RequiresPermission("ManageMedia")]
internal sealed class NewFolderModel(MediaFolders folders) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "folder")]
    public string? Inside { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public string Folder => MediaPaths.Tidy(Inside ?? "");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await folders.ExistsAsync(Folder, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await folders.ExistsAsync(Folder, cancellation))
        {
            return NotFound();
        }

        try
        {
            if (string.IsNullOrWhiteSpace(Name))
            {
                throw new MediaRefusedException("Enter a name");
            }

            if (await folders.AddAsync(Folder, Name, cancellation) is { } path)
            {
                TempData[PageFrame.Message] = "The folder is made";
                return Redirect(MediaLinks.Folder(path));
            }

            throw new MediaRefusedException("There is a folder of this name already");
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError(nameof(Name), refused.Message.TrimEnd('.'));
            return Page();
        }
    }
}
