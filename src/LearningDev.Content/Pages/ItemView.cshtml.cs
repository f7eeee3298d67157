using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Pages;

/// <summary>An item of a type for which no module has a page.</summary>
internal sealed class ItemViewModel(
    ContentDefinitions definitions, ContentItems items, ContentRoutes routes, ShownFields shown, ItemVisibility visibility, RolePermissions permissions) : PageModel
{
    public ContentTypeDefinition Type { get; private set; } = null!;

    public ContentItem Item { get; private set; } = null!;

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string type, string slug, CancellationToken cancellation)
    {
        if (ItemPages.Find(await definitions.GetAsync(cancellation), type) is not { } definition
            || await routes.FindAsync($"{ItemPages.Beginning(definition.Name)}{slug}", cancellation) is not { } id
            || await items.FindAsync(id, VersionChoice.Published, cancellation) is not { } item || item.ContentType != definition.Name)
        {
            return NotFound();
        }

        if (!await visibility.MaySeeAsync(item, cancellation))
        {
            return NotFound();
        }

        var address = $"/{item.As<AutoroutePart>().Path}";
        if (!string.Equals(address, $"/{ItemPages.Beginning(definition.Name)}{slug}", StringComparison.OrdinalIgnoreCase))
        {
            return LocalRedirectPermanent(address);
        }

        (Type, Item) = (definition, item);
        Fields = await shown.OfPageAsync(item, unsaid: true, cancellation);
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        return Page();
    }
}
