using LearningDev.Web.Setup.Database;
using LearningDev.Web.Setup.StartingPoint;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup.Running;

[AllowAnonymous]
internal sealed class CheckModel(SetupVisit visit, SetupRecipes recipes, DatabaseFacts database, SetupRun run) : PageModel
{
    public SetupAnswers Answers { get; private set; } = new();

    public string Recipe { get; private set; } = "";

    public string Database => database.Product;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (visit.Elsewhere(SetupSteps.Check) is { } elsewhere)
        {
            return elsewhere;
        }

        Answers = visit.Answers!;
        Recipe = (await recipes.ListAsync(cancellation)).FirstOrDefault(recipe => recipe.Name == Answers.Recipe)?.DisplayName ?? Answers.Recipe;
        return Page();
    }

    public IActionResult OnPost()
    {
        if (visit.Elsewhere(SetupSteps.Check) is { } elsewhere)
        {
            return elsewhere;
        }

        run.Start(visit.Answers!);
        return LocalRedirect(SetupSteps.Progress);
    }
}
