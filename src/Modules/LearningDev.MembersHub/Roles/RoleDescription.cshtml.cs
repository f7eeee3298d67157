using LearningDev.Content;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Roles;

/// <summary>What a role on the council is for, what it involves, and the skills that it asks for (MEM-02).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class RoleDescriptionModel(RoleDescriptions descriptions, ShownFields shown, RolePermissions permissions) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    /// <summary>What the page shows of its fields; the summary stands by itself.</summary>
    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await descriptions.FindBySlugAsync(slug, cancellation) is not { } item)
        {
            return NotFound();
        }

        if (item.As<AutoroutePart>().Path is { Length: > 0 } path && !string.Equals(path, RoleDescriptions.Beginning + slug, StringComparison.OrdinalIgnoreCase))
        {
            return LocalRedirectPermanent($"/{path}");
        }

        Item = item;
        Fields = await shown.OfPageAsync(item, unsaid: true, cancellation);
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        return Page();
    }
}
