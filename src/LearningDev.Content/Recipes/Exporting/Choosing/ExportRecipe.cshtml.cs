using LearningDev.Content.Recipes.Administering;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Recipes.Exporting.Choosing;

[RequiresPermission("ManageRecipes")]
internal sealed class ExportRecipeModel(RecipeExport export, TaxonomyReader taxonomies, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ExportForm Ticked { get; set; } = new();

    /// <summary>The form was sent: what the export holds is shown before it is downloaded.</summary>
    [BindProperty(SupportsGet = true, Name = "check")]
    public bool Check { get; set; }

    public IReadOnlyList<OfferedSource> Sources { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>What the export would hold; null while the form is filled in.</summary>
    public RecipeExportPlan? Plan { get; private set; }

    /// <summary>What was chosen that has personal data.</summary>
    public IReadOnlyList<string> Personal { get; private set; } = [];

    /// <summary>The names of the chosen sources.</summary>
    public IReadOnlyList<string> ChosenNames => [.. export.Sources.Where(source => Plan?.Options.Sources.ContainsKey(source.Id) == true).Select(source => source.Name)];

    public string FileName => ExportResult.FileName(Plan!.Options);

    public string ChangeUrl => RecipeLinks.Export + new QueryBuilder(Ticked.Fields());

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (Check)
        {
            var options = Ticked.Read(export.Sources, ModelState.AddModelError);
            if (ModelState.IsValid)
            {
                Plan = await export.PlanAsync(options, cancellation);
                Personal = [.. export.Sources.Where(source => source.IsPersonal && Plan.Has(source.Id)).Select(source => source.Name)];
                return;
            }
        }

        await OfferAsync(cancellation);
    }

    /// <summary>Downloads the export.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var options = Ticked.Read(export.Sources, ModelState.AddModelError);
        if (!ModelState.IsValid)
        {
            await OfferAsync(cancellation);
            return Page();
        }

        await export.RecordAsync(options, cancellation);
        return new ExportResult(export, options);
    }

    private async Task OfferAsync(CancellationToken cancellation)
    {
        Ticked.Name ??= $"export-{time.GetUtcNow():yyyy-MM-dd}";
        Ticked.Form ??= "json";
        List<OfferedSource> sources = [];
        foreach (var source in export.Sources)
        {
            sources.Add(new OfferedSource(source, await source.CountAsync(cancellation), await source.ChoicesAsync(cancellation)));
        }

        Sources = sources;
        List<SelectListItem> topics = [];
        foreach (var taxonomy in await taxonomies.AllAsync(cancellation))
        {
            var group = new SelectListGroup { Name = taxonomy.Name };
            topics.AddRange(taxonomy.Terms.Select(term => new SelectListItem($"{taxonomy.Name}: {new string('–', term.Depth)} {term.Name}".Replace(":  ", ": ", StringComparison.Ordinal), term.Id) { Group = group }));
        }

        Topics = topics;
    }
}

/// <summary>A source as the form offers it.</summary>
internal sealed record OfferedSource(IRecipeSource Source, int Count, IReadOnlyList<RecipeChoice> Choices);
