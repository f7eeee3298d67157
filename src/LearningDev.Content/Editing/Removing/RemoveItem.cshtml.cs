using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Removing;

[RequiresPermission("PublishContent")]
internal sealed class RemoveItemModel(ContentItems items, ContentUses uses) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>How many other items refer to this one.</summary>
    public int Uses { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await items.FindAsync(Id, VersionChoice.Latest, cancellation) is not { } item)
        {
            return NotFound();
        }

        Name = item.DisplayText is { Length: > 0 } text ? text : "Without a title";
        Uses = await uses.CountAsync(Id, except: Id, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await items.RemoveAsync(Id, cancellation))
        {
            return NotFound();
        }

        return Redirect(ContentLinks.Versions(Id));
    }
}
