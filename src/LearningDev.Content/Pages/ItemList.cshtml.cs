using System.Globalization;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Pages;

/// <summary>The items of a type for which no module has pages, to look through and to search.</summary>
[Costly]
internal sealed class ItemListModel(
    ContentDefinitions definitions, SearchService search, FieldFacets facets, ItemVisibility visibility, ISettings settings) : PageModel
{
    public ContentTypeDefinition Type { get; private set; } = null!;

    public string Words { get; private set; } = "";

    public IReadOnlyList<ListFacet> Facets { get; private set; } = [];

    public SearchResults Found { get; private set; } = null!;

    public bool IsFiltered => Words.Length > 0 || Facets.Any(facet => facet.Chosen.Length > 0);

    public async Task<IActionResult> OnGetAsync(string type, CancellationToken cancellation)
    {
        if (ItemPages.Find(await definitions.GetAsync(cancellation), type) is not { UseSettings.Searchable: true } definition)
        {
            return NotFound();
        }

        Type = definition;
        Words = Request.Query["q"].ToString().Trim();
        Facets = [.. (await facets.OfAsync([definition.Name], ItemPages.Reserved, cancellation))
            .Select(facet => new ListFacet(facet.Key, facet.Name, [.. facet.Values.Select(value => new SelectListItem(value.Name, value.Value))], Chosen(facet)))];
        var filters = Facets.Where(facet => facet.Chosen.Length > 0).ToDictionary(facet => facet.Key, facet => (IReadOnlySet<string>)new HashSet<string> { facet.Chosen });
        filters[ItemPages.TypeFacet] = new HashSet<string> { definition.Name };
        Found = await search.SearchAsync(
            new SearchQuery
            {
                Collection = ItemPages.Collection,
                Reader = await visibility.ReaderAsync(cancellation),
                Text = Words,
                Filters = filters,
                Order = Words.Length > 0 ? SearchOrder.Relevance : SearchOrder.Title,
                Page = int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
                Size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100),
            },
            cancellation);
        return Found.Page > Found.Pages ? LocalRedirect(UrlOfPage(Found.Pages)) : Page();
    }

    public string UrlOfPage(int page) => ItemPages.List(Type.Name) + QueryString.Create(
        [new("q", Words), .. Facets.Where(facet => facet.Chosen.Length > 0).Select(facet => KeyValuePair.Create(facet.Key, (string?)facet.Chosen)), new("page", page.ToString(CultureInfo.InvariantCulture))]);

    // What is no value of the facet is not chosen.
    private string Chosen(FieldFacet facet) => facet.Values.FirstOrDefault(value => value.Value == Request.Query[facet.Key].ToString())?.Value ?? "";
}

/// <summary>A facet as the page offers it.</summary>
/// <param name="Key">Its key in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Choices">Its values.</param>
/// <param name="Chosen">The chosen value; empty for none.</param>
internal sealed record ListFacet(string Key, string Name, IReadOnlyList<SelectListItem> Choices, string Chosen);
