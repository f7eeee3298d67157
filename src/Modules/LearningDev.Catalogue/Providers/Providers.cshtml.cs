using System.Globalization;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Catalogue.Providers;

[RequiresPermission("ViewCatalogue")]
internal sealed class ProvidersModel(ProviderDirectory directory, ContentDefinitions definitions, RolePermissions permissions) : PageModel
{
    private IReadOnlyList<FacetValue> relations = [];

    public ProviderFilter Filter { get; private set; } = null!;

    public ProviderPage List { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public string Recognised => Filter.Recognised switch { true => "yes", false => "no", _ => "" };

    public static IEnumerable<SelectListItem> Recognitions => [new("All", ""), new("Yes", "yes"), new("No", "no")];

    public static IEnumerable<SelectListItem> Inclusions => [new("All", ""), new("With a statement", "yes")];

    public IEnumerable<SelectListItem> Relations => relations.Select(value => new SelectListItem(value.Name, value.Value));

    public async Task OnGetAsync(
        [FromQuery(Name = "q")] string? words, [FromQuery(Name = "recognised")] string? recognised, [FromQuery(Name = "relation")] string? relation,
        [FromQuery(Name = "inclusive")] string? inclusive, [FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        relations = FacetLabels.Options((await definitions.GetAsync(cancellation)).FindPart(nameof(Provider)), nameof(Provider.Relation));
        Filter = new ProviderFilter(
            (words ?? "").Trim(), recognised switch { "yes" => true, "no" => false, _ => null },
            relations.FirstOrDefault(value => value.Value == relation)?.Value ?? "", inclusive == "yes", int.TryParse(page, out var number) ? number : 1);
        ModelState.Clear();
        List = await directory.ReadAsync(Filter, cancellation);
        MayEdit = await permissions.MayAsync(User, "EditContent");
    }

    public string RelationWords(string relation) => relations.FirstOrDefault(value => value.Value == relation)?.Name ?? "";

    public string UrlOfPage(int page)
    {
        QueryBuilder query = [];
        foreach (var (name, value) in new[] { ("q", Filter.Words), ("recognised", Recognised), ("relation", Filter.Relation), ("inclusive", Filter.IsInclusive ? "yes" : "") })
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }

        query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        return Url.Content("~" + CatalogueLinks.Providers) + query;
    }
}
