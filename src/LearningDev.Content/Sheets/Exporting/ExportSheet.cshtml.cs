using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Editing;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Content.Recipes.Exporting.Choosing;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Sheets.Exporting;

[RequiresPermission("EditContent")]
internal sealed class ExportSheetModel(
    SheetExport export, SheetColumns columns, RecipeExport recipes, TaxonomyReader taxonomies, RolePermissions permissions, TimeProvider time) : PageModel
{
    /// <summary>Of more items than this, single ones are not offered to be ticked: words narrow them first.</summary>
    public const int MostOffered = 200;

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? ContentType { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "about")]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty, Display(Name = "Columns")]
    public List<string> Columns { get; set; } = [];

    /// <summary>The ids of single items; none for all that are found.</summary>
    [BindProperty, Display(Name = "Only these items")]
    public List<string> Only { get; set; } = [];

    [BindProperty, Display(Name = "What kind of file do you want?")]
    public string? Form { get; set; }

    /// <summary>The chosen type; null while none is chosen.</summary>
    public TypeColumns? Type { get; private set; }

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Terms { get; private set; } = [];

    public IReadOnlyList<ChosenItem> Found { get; private set; } = [];

    public bool MayExportRecipes { get; private set; }

    public static IEnumerable<SelectListItem> States =>
        new[] { ItemState.Published, ItemState.Draft, ItemState.NewerDraft }.Select(state => new SelectListItem(state.Words, state.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        Form = "xlsx";
        Columns = [.. Type?.All.Select(column => column.Key) ?? []];
        return Page();
    }

    /// <summary>Downloads the file.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || Type is null)
        {
            return NotFound();
        }

        var isRecipe = Form == "recipe";
        if (isRecipe && !MayExportRecipes)
        {
            return Forbid();
        }

        List<SheetColumn> chosen = [.. Type.All.Where(column => Columns.Contains(column.Key))];
        if (chosen.Count == 0 && !isRecipe)
        {
            ModelState.AddModelError(nameof(Columns), "Select at least one column");
        }

        if (Form is not ("xlsx" or "csv" or "recipe"))
        {
            ModelState.AddModelError(nameof(Form), "Select what kind of file you want");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var selection = Selection(Only);
        var name = $"{Type.Type.Name}-{time.GetUtcNow():yyyy-MM-dd}";
        var items = await export.FindAsync(selection, cancellation);
        if (isRecipe)
        {
            var options = selection.IsWholeType
                ? new RecipeExportOptions { Name = name, Sources = new Dictionary<string, IReadOnlyList<string>> { ["content"] = [Type.Type.Name] }, Drafts = true }
                : new RecipeExportOptions { Name = name, Items = [.. items.Select(item => item.Id)], Drafts = true };
            await recipes.RecordAsync(options, cancellation);
            return new ExportResult(recipes, options);
        }

        var form = Form == "csv" ? SheetForm.Csv : SheetForm.Xlsx;
        await export.RecordAsync(selection, form, items.Count, cancellation);
        return new SheetExportResult(export, selection, chosen, form, name);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Types = [.. (await columns.TypesAsync(cancellation)).Select(type => new SelectListItem(type.DisplayName, type.Name))];
        MayExportRecipes = await permissions.MayAsync(User, ContentModule.ManageRecipes.Name);
        if (string.IsNullOrEmpty(ContentType))
        {
            return true;
        }

        Type = await columns.FindAsync(ContentType, cancellation);
        if (Type is null)
        {
            return false;
        }

        Terms =
        [
            .. from taxonomy in await taxonomies.AllAsync(cancellation)
               from term in taxonomy.Terms
               select new SelectListItem($"{taxonomy.Name}: {new string('–', term.Depth)}{(term.Depth > 0 ? " " : "")}{term.Name}", term.Id),
        ];
        Found = await export.FindAsync(Selection([]), cancellation);
        return true;
    }

    private SheetSelection Selection(IReadOnlyCollection<string> only) =>
        new(Type!, Enum.TryParse<ItemState>(State, out var state) && Enum.IsDefined(state) && state != ItemState.Removed ? state : null, About, Words, only);
}
