using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Providers;

[RequiresPermission("ViewCatalogue")]
internal sealed class ProviderModel(
    ContentItems items, ContentRoutes routes, CatalogueSearch search, ContentDefinitions definitions, Colleagues colleagues, RolePermissions permissions) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    public Provider Provider => Item.As<Provider>();

    /// <summary>How many entries of the provider the person may see.</summary>
    public int EntryCount { get; private set; }

    /// <summary>True for those who look after the catalogue, who see the council's own notes.</summary>
    public bool MayEdit { get; private set; }

    public string QualityWords { get; private set; } = "";

    public string ContractOwner { get; private set; } = "";

    public static DateOnly? DayOf(DateTime? value) => value is { } day ? DateOnly.FromDateTime(day) : null;

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
        MayEdit = await permissions.MayAsync(User, "EditContent");
        if (MayEdit)
        {
            QualityWords = ProviderQuality.Words(await definitions.GetAsync(cancellation), Provider.QualityState.Text);
            var names = await colleagues.NamesAsync([.. Provider.ContractOwner.UserIds.Take(1)], cancellation);
            ContractOwner = names.Values.FirstOrDefault() ?? "";
        }

        return Page();
    }
}
