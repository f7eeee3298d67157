using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Versions;

[RequiresPermission("EditContent")]
internal sealed class ItemVersionModel(
    ItemHistory history, ContentItems items, ContentForms forms, ContentDefinitions definitions, AuthorNames authors, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string VersionId { get; set; } = "";

    /// <summary>The newest version when the page was opened.</summary>
    [BindProperty]
    public string? LatestId { get; set; }

    /// <summary>How often that version had been saved.</summary>
    [BindProperty]
    public int LatestRevision { get; set; }

    public ContentItem Version { get; private set; } = null!;

    /// <summary>The version that editors see; null when the item is in the bin.</summary>
    public ContentItem? Latest { get; private set; }

    public ContentForm Form { get; private set; } = null!;

    public string SavedBy { get; private set; } = "";

    public bool MayRestore => Latest is { ArchivedUtc: null } && Latest.ContentItemVersionId != VersionId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? await ShowAsync(cancellation) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await items.LockAsync(Id, cancellation);
        if (!await LoadAsync(cancellation) || Latest is null)
        {
            return NotFound();
        }

        if (new VersionMark(LatestId ?? "", LatestRevision) != VersionMark.Of(Latest))
        {
            // A second click comes when the first has restored it.
            if (Latest.Note == ContentItems.NoteOfRestored(Version.Number) && Latest.Author == person.Principal.Identity?.Name)
            {
                return Restored();
            }

            ModelState.AddModelError("", $"{(await authors.FindAsync([Latest.Author], cancellation))[Latest.Author]} has saved version {Latest.Number} since you opened this page. Look at it before you restore version {Version.Number}");
            return await ShowAsync(cancellation);
        }

        try
        {
            return await items.RestoreAsync(VersionId, cancellation) is null ? NotFound() : Restored();
        }
        catch (ContentInvalidException invalid)
        {
            foreach (var error in invalid.Errors)
            {
                ModelState.AddModelError("", $"The version could not be restored: {error.Message}");
            }
        }
        catch (ContentConflictException)
        {
            ModelState.AddModelError("", "Somebody else has saved the item just now. Look at what they saved before you restore this version");
        }

        return await ShowAsync(cancellation);
    }

    private RedirectResult Restored()
    {
        SavedNotice.Say(TempData, $"Version {Version.Number} is the draft now. Publish it when it is right");
        return Redirect(ContentLinks.Edit(Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await history.FindAsync(Id, VersionId, cancellation) is not { } version)
        {
            return false;
        }

        Version = version;
        Latest = await items.FindAsync(Id, VersionChoice.Latest, cancellation);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if ((await definitions.GetAsync(cancellation)).FindType(Version.ContentType) is not { } type)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(LatestId));
        ModelState.Remove(nameof(LatestRevision));
        (LatestId, LatestRevision) = Latest is null ? new VersionMark("", 0) : VersionMark.Of(Latest);
        SavedBy = (await authors.FindAsync([Version.Author], cancellation))[Version.Author];
        Form = await forms.ShowAsync(type, Version, form: null, cancellation);
        return Page();
    }
}
