using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Content.Recipes.Administering.Working;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Recipes.Administering.Checking;

[RequiresPermission("ManageRecipes")]
internal sealed class CheckRecipeModel(KeptRecipes recipes, RecipeWorker worker, ISettings settings, DateWords dates) : PageModel
{
    // Most recipes are checked and run within this time: the page then shows what came of it, without a word about waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const int MostProblems = 200;

    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    /// <summary>The digest of the report that the person has seen.</summary>
    [BindProperty]
    public string? Digest { get; set; }

    [BindProperty, Display(Name = "Go on without what is wrong or unknown")]
    public bool GoOn { get; set; }

    public KeptRecipe Recipe { get; private set; } = null!;

    public string Began { get; private set; } = "";

    /// <summary>Where the work is, when this node does it.</summary>
    public RecipePlace? Place { get; private set; }

    public RecipeReport? Report { get; private set; }

    public ChangeList? List { get; private set; }

    /// <summary>What is wrong, what stops the recipe first.</summary>
    public IReadOnlyList<RecipeProblem> Problems { get; private set; } = [];

    /// <summary>How many problems more there are than are listed.</summary>
    public int MoreProblems { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await worker.WaitAsync(Id, Patience, cancellation);
        if (await recipes.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        if (kept.State == KeptRecipeState.Done)
        {
            return Redirect(RecipeLinks.Result(Id));
        }

        await ShowAsync(kept, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await recipes.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        if (kept.State == KeptRecipeState.Checked && KeptRecipes.ReportOf(kept) is { HasStoppingProblems: true } && kept.Digest == Digest && !GoOn)
        {
            ModelState.AddModelError(nameof(GoOn), "Tick that the recipe goes on without what is wrong or unknown, or mend the recipe and upload it again");
            await ShowAsync(kept, cancellation);
            return Page();
        }

        if (!await recipes.RunAsync(kept, Digest ?? "", GoOn, cancellation) && kept.State == KeptRecipeState.Checked)
        {
            TempData[PageFrame.Message] = "The recipe was checked again meanwhile and is not run yet. This is what it would change now";
        }

        return Redirect(RecipeLinks.Check(Id));
    }

    /// <summary>Finds out again what the recipe would change.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        if (await recipes.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        await recipes.CheckAgainAsync(kept, cancellation);
        return Redirect(RecipeLinks.Check(Id));
    }

    /// <summary>Gives the recipe up.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        if (await recipes.FindAsync(Id, cancellation) is not { } kept)
        {
            return Redirect(RecipeLinks.List);
        }

        if (!await recipes.DiscardAsync(kept, cancellation))
        {
            return Redirect(RecipeLinks.Check(Id));
        }

        TempData[PageFrame.Message] = $"The recipe {kept.Name} is not run, and not kept any more";
        return Redirect(RecipeLinks.List);
    }

    private async Task ShowAsync(KeptRecipe kept, CancellationToken cancellation)
    {
        Recipe = kept;
        Place = worker.Find(Id)?.Place;
        Began = await dates.MomentAsync(kept.BegunUtc);
        Report = kept.State == KeptRecipeState.Checked ? KeptRecipes.ReportOf(kept) : null;
        if (Report is null)
        {
            return;
        }

        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        List = new ChangeList(Report, done: false, Kind, int.TryParse(PageNumber, out var page) ? page : 1, size, RecipeLinks.Check(Id));
        Problems = [.. Report.Problems.OrderBy(problem => problem.Kind).Take(MostProblems)];
        MoreProblems = Report.Problems.Count - Problems.Count;
    }
}
