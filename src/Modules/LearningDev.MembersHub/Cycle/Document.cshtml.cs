using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Media.Showing;
using LearningDev.Content.Pages;
using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Cycle;

/// <summary>A strategy or plan for members that is agreed (MEM-07).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class DocumentModel(VisibleItems items, MediaFiles media, ShownFields shown, HubPerson hub, RolePermissions permissions) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    public MemberDevelopmentDocument Part { get; private set; } = null!;

    public IReadOnlyList<ListedFile> Files { get; private set; } = [];

    /// <summary>What editors have added to the type.</summary>
    public IReadOnlyList<ShownField> Own { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await items.AtAsync(nameof(MemberDevelopmentDocument), CycleLinks.DocumentBeginning + slug, cancellation) is not { } item)
        {
            return NotFound();
        }

        var path = item.As<AutoroutePart>().Path;
        if (!string.Equals(path, CycleLinks.DocumentBeginning + slug, StringComparison.OrdinalIgnoreCase))
        {
            return LocalRedirectPermanent($"/{path}");
        }

        (Item, Part) = (item, item.As<MemberDevelopmentDocument>());
        Files = await media.FindAsync(Part.Files, cancellation);
        Own = await shown.OfPageAsync(item, cancellation: cancellation);
        MayEdit = (await hub.FindAsync(cancellation)).Manages && await permissions.MayAsync(User, ContentModule.EditContent.Name);
        return Page();
    }
}
