using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Versions;

[RequiresPermission("EditContent")]
internal sealed class ItemVersionModel(ContentItems items, ContentForms forms, ContentDefinitions definitions, AuthorNames authors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string VersionId { get; set; } = "";

    public ContentItem Version { get; private set; } = null!;

    public ContentForm Form { get; private set; } = null!;

    public string SavedBy { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var version = (await items.VersionsAsync(Id, cancellation)).FirstOrDefault(candidate => candidate.ContentItemVersionId == VersionId);
        if (version is null || (await definitions.GetAsync(cancellation)).FindType(version.ContentType) is not { } type)
        {
            return NotFound();
        }

        Version = version;
        SavedBy = (await authors.FindAsync([version.Author], cancellation))[version.Author];
        Form = await forms.ShowAsync(type, version, form: null, cancellation);
        return Page();
    }
}
