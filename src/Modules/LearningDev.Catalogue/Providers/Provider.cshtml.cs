using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Providers;

[RequiresPermission("ViewCatalogue")]
internal sealed class ProviderModel(ContentItems items, ContentRoutes routes, CatalogueSearch search) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    public Provider Provider => Item.As<Provider>();

    /// <summary>How many entries of the provider the person may see.</summary>
    public int EntryCount { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await routes.FindAsync(CatalogueLinks.Provider(slug), cancellation) is not { } id
            || await items.FindAsync(id, VersionChoice.Published, cancellation) is not { ContentType: nameof(Provider) } item)
        {
            return NotFound();
        }

        var address = $"/{item.As<AutoroutePart>().Path}";
        if (address != CatalogueLinks.Provider(slug))
        {
            return LocalRedirectPermanent(address);
        }

        Item = item;
        EntryCount = await search.CountAsync(CatalogueFacets.Provider, id, cancellation);
        return Page();
    }
}
