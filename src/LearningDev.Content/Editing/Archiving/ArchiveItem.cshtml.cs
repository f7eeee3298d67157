using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Noting;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Archiving;

[RequiresPermission("PublishContent")]
internal sealed class ArchiveItemModel(ContentItems items, ContentUses uses, ChangeNotes notes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? ChangeNote { get; set; }

    public string Name { get; private set; } = "";

    public bool IsArchived { get; private set; }

    /// <summary>The other items that refer to this one.</summary>
    public ItemUses Uses { get; private set; } = new(0, []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (!IsArchived && await notes.FaultAsync(ChangeNote, publish: true, cancellation) is { } fault)
        {
            ModelState.AddModelError(ChangeNotes.Field, fault);
            return Page();
        }

        // A second click comes when the first has archived it.
        await items.ArchiveAsync(Id, ChangeNote ?? "", cancellation);
        SavedNotice.Say(TempData, $"{Name} is archived");
        return Redirect(ContentLinks.Versions(Id));
    }

    public async Task<IActionResult> OnPostOutAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        await items.TakeOutOfArchiveAsync(Id, cancellation);
        SavedNotice.Say(TempData, $"{Name} is out of the archive. It is a draft until you publish it");
        return Redirect(ContentLinks.Edit(Id));
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await items.FindAsync(Id, VersionChoice.Latest, cancellation) is not { } item)
        {
            return false;
        }

        Name = ItemNames.Of(item.DisplayText);
        IsArchived = item.ArchivedUtc is not null;
        Uses = IsArchived ? Uses : await uses.FindAsync(Id, except: Id, ItemNames.UsesShown, cancellation);
        return true;
    }
}
