using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Media.Removing;

[RequiresPermission("ManageMedia")]
internal sealed class RemoveFileModel(MediaEditing editing, MediaUses uses) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public MediaFile Media { get; private set; } = null!;

    public int UseCount { get; private set; }

    public IReadOnlyList<UsingItem> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        try
        {
            if (!await editing.RemoveAsync(Media, cancellation))
            {
                throw new MediaRefusedException("The file is not removed, because content shows it");
            }
        }
        catch (MediaRefusedException refused)
        {
            ModelState.AddModelError("", refused.Message.TrimEnd('.'));
            return Page();
        }

        TempData[PageFrame.Message] = $"{Media.Name} is removed";
        return Redirect(MediaLinks.Folder(Media.Folder));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await editing.FindAsync(Id, cancellation) is not { } file)
        {
            return false;
        }

        Media = file;
        UseCount = await uses.CountAsync(file, cancellation);
        Uses = await uses.ListAsync(file, cancellation);
        return true;
    }
}
