using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Workflows.Designing.Moving;

[RequiresPermission("ManageWorkflows")]
internal sealed class MoveStepModel(WorkflowTypes types, ActivityCatalogue catalogue, StepList list, DraftEditing editing) : PageModel
{
    private const char Between = '|';

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string StepId { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The step and the outcome after which the step is to come: "id|outcome".</summary>
    [BindProperty]
    public string? Place { get; set; }

    public string Name { get; private set; } = "";

    public string Title { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        ModelState.Clear();
        Revision = draft.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (Place?.Split(Between, 2) is not [var after, var way] || Places.All(place => place.Value != Place))
        {
            ModelState.AddModelError(nameof(Place), "Select where the step is to come");
            return Page();
        }

        var outcome = await editing.ChangeAsync(Id, Revision, definition =>
        {
            if (definition.Find(StepId) is not { } step || definition.Find(after) is null)
            {
                return false;
            }

            var activity = catalogue.Find(step.Name);
            StepPlaces.TakeOut(definition, step, activity);
            StepPlaces.PutIn(definition, step, activity, after, way);
            return true;
        }, cancellation);
        if (outcome.Result == DraftResult.Saved)
        {
            TempData[PageFrame.Message] = "The step is moved in the draft";
            return Redirect(Url.Content("~" + DesignerLinks.At(Id, StepId)));
        }

        ModelState.AddModelError("", outcome.Message);
        ModelState.Remove(nameof(Revision));
        Revision = draft.Revision;
        return Page();
    }

    private async Task<WorkflowDraft?> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft || draft.Definition.Find(StepId) is not { IsStart: false } step)
        {
            return null;
        }

        (Name, Title) = (draft.Definition.Name, catalogue.TitleOf(step));
        Places =
        [
            .. from line in await list.OfAsync(draft.Definition, [], cancellation)
               where line.Step.ActivityId != StepId
               from outcome in line.Outcomes
               where outcome.IsOwn && outcome.To != StepId
               select new SelectListItem($"After “{outcome.Name}” of {line.Numbered}", $"{line.Step.ActivityId}{Between}{outcome.Name}"),
        ];
        return draft;
    }
}
