using LearningDev.Platform.Permissions;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Adding;

[RequiresPermission("ManageWorkflows")]
internal sealed class ChooseActivityModel(WorkflowTypes types, ActivityCatalogue catalogue) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The step after which the new one comes; empty for one that starts the workflow.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "outcome")]
    public string? Outcome { get; set; }

    public string Name { get; private set; } = "";

    public string Question { get; private set; } = "";

    public string Where { get; private set; } = "";

    public IReadOnlyList<IGrouping<string, IActivity>> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft || (After is not null && draft.Definition.Find(After) is null))
        {
            return NotFound();
        }

        Name = draft.Definition.Name;
        var starts = After is null;
        Question = starts ? "What starts the workflow?" : "What happens there?";
        Where = After is null ? "" : StepPlaceWords.Of(draft.Definition, catalogue, After, Outcome ?? "");
        Groups = [.. (await catalogue.AvailableAsync(cancellation)).Where(activity => !starts || activity.Kind == ActivityKind.Event)
            .GroupBy(activity => activity.Category).OrderBy(group => Place(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal)];
        return Page();
    }

    // What administrators need most comes first.
    private static int Place(string category) => category switch
    {
        ActivityCategories.People => 0,
        ActivityCategories.Messages => 1,
        ActivityCategories.Flow => 2,
        ActivityCategories.Waiting => 3,
        ActivityCategories.Content => 4,
        ActivityCategories.Case => 5,
        _ => 6,
    };
}
