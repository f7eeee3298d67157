using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Duplicating;

[RequiresPermission("EditContent")]
internal sealed partial class DuplicateItemModel(ContentItems items, ItemDuplicating duplicating) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The id that the copy gets. The form has it from the beginning, so that a second click does not make a second copy.</summary>
    [BindProperty]
    public string CopyId { get; set; } = "";

    [BindProperty, Display(Name = "Title"), Required(ErrorMessage = "Enter a title for the copy")]
    [StringLength(TitlePart.MaximumLength, ErrorMessage = "Title must be {1} characters or fewer")]
    public string? Title { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } original)
        {
            return NotFound();
        }

        CopyId = Identifiers.New();
        Title = ItemDuplicating.TitleOfCopy(original.DisplayText);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } original || !IdShape().IsMatch(CopyId))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Of two clicks at once, the second waits here and finds the copy.
        await items.LockAsync(CopyId, cancellation);
        if (await items.FindAsync(CopyId, VersionChoice.Latest, cancellation) is null)
        {
            try
            {
                await duplicating.DuplicateAsync(original, CopyId, Title!.Trim(), cancellation);
            }
            catch (ContentInvalidException invalid)
            {
                foreach (var error in invalid.Errors)
                {
                    ModelState.AddModelError(error.Key == "TitlePart.Title" ? nameof(Title) : "", error.Message);
                }

                return Page();
            }
        }

        SavedNotice.Say(TempData, "This is the copy. It is a draft until you publish it");
        return Redirect(ContentLinks.Edit(CopyId));
    }

    private async Task<ContentItem?> FindAsync(CancellationToken cancellation)
    {
        var item = await items.FindAsync(Id, VersionChoice.Latest, cancellation);
        Name = ItemNames.Of(item?.DisplayText);
        return item;
    }

    [GeneratedRegex("^[0-9a-z]{26}$")]
    private static partial Regex IdShape();
}
