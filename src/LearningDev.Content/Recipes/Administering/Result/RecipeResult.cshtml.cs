using LearningDev.Content.Recipes.Administering.Checking;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Recipes.Administering.Result;

[RequiresPermission("ManageRecipes")]
internal sealed class RecipeResultModel(KeptRecipes recipes, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public string Name { get; private set; } = "";

    public string Ended { get; private set; } = "";

    /// <summary>How long the run took, for example "3 seconds".</summary>
    public string Took { get; private set; } = "";

    public ChangeList List { get; private set; } = null!;

    public IReadOnlyList<RecipeProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await recipes.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        if (kept.State != KeptRecipeState.Done || KeptRecipes.ReportOf(kept) is not { } report)
        {
            return Redirect(RecipeLinks.Check(Id));
        }

        Name = kept.Name;
        var ended = kept.EndedUtc ?? kept.BegunUtc;
        Ended = await dates.MomentAsync(ended);
        Took = Words(ended - kept.BegunUtc);
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        List = new ChangeList(report, done: true, Kind, int.TryParse(PageNumber, out var page) ? page : 1, size, RecipeLinks.Result(Id));
        Problems = report.Problems;
        return Page();
    }

    private static string Words(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds) switch
    {
        <= 1 => "1 second",
        < 120 and var seconds => $"{seconds} seconds",
        var seconds => $"{(seconds + 30) / 60} minutes",
    };
}
