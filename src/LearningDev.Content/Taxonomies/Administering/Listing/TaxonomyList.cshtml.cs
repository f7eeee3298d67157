using LearningDev.Content.Definitions;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Taxonomies.Administering.Listing;

[RequiresPermission("EditContentTypes")]
internal sealed class TaxonomyListModel(TaxonomyReader taxonomies, ContentDefinitions definitions, RolePermissions permissions) : PageModel
{
    public IReadOnlyList<Taxonomy> Taxonomies { get; private set; } = [];

    public bool MayAdd { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Taxonomies = [.. (await taxonomies.AllAsync(cancellation)).OrderBy(taxonomy => taxonomy.Name, StringComparer.CurrentCulture)];
        MayAdd = (await definitions.GetAsync(cancellation)).FindType(TaxonomyReader.ContentType) is { TypeSettings.Creatable: true }
            && await permissions.MayAsync(User, ContentModule.EditContent.Name);
    }
}
