using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.StartingPoint;

[AllowAnonymous]
internal sealed class StartingPointModel(SetupVisit visit, SetupRecipes recipes) : PageModel
{
    [BindProperty]
    public string? Recipe { get; set; }

    public IReadOnlyList<SetupRecipe> Recipes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (visit.Elsewhere(SetupSteps.StartingPoint) is { } elsewhere)
        {
            return elsewhere;
        }

        Recipes = await recipes.ListAsync(cancellation);
        Recipe = visit.Answers!.Recipe is { Length: > 0 } chosen ? chosen : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (visit.Elsewhere(SetupSteps.StartingPoint) is { } elsewhere)
        {
            return elsewhere;
        }

        Recipes = await recipes.ListAsync(cancellation);
        if (Recipes.FirstOrDefault(recipe => recipe.Name == Recipe) is { } chosen)
        {
            return visit.GoOn(visit.Answers! with { Recipe = chosen.Name });
        }

        ModelState.AddModelError(nameof(Recipe), "Choose what the portal should start with");
        return Page();
    }
}
