using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Versions;

[RequiresPermission("EditContent")]
internal sealed class ItemVersionsModel(ContentItems items, AuthorNames authors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? RestoreVersionId { get; set; }

    public IReadOnlyList<ContentItem> Versions { get; private set; } = [];

    public AuthorNames.Names Names { get; private set; } = null!;

    public string Name => Versions[0].DisplayText is { Length: > 0 } text ? text : "Without a title";

    public bool IsRemoved => !Versions.Any(version => version.Latest || version.Published);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var versions = await items.VersionsAsync(Id, cancellation);
        if (!versions.Any(version => version.ContentItemVersionId == RestoreVersionId))
        {
            return NotFound();
        }

        try
        {
            var restored = await items.RestoreAsync(RestoreVersionId!, cancellation);
            SavedNotice.Say(TempData, $"The earlier version of {restored!.DisplayText} is the draft now. Publish it when it is right");
            return Redirect(ContentLinks.Edit(Id));
        }
        catch (ContentInvalidException invalid)
        {
            foreach (var error in invalid.Errors)
            {
                ModelState.AddModelError("", $"The version could not be restored: {error.Message}");
            }

            return await ShowAsync(cancellation);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Versions = await items.VersionsAsync(Id, cancellation);
        if (Versions.Count == 0)
        {
            return NotFound();
        }

        Names = await authors.FindAsync(Versions.Select(version => version.Author), cancellation);
        return Page();
    }
}
