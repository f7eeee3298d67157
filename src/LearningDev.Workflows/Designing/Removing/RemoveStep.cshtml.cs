using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.Steps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Removing;

[RequiresPermission("ManageWorkflows")]
internal sealed class RemoveStepModel(WorkflowTypes types, ActivityCatalogue catalogue, DraftEditing editing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string StepId { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    public string Name { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Where what led to the step leads then; empty for nowhere.</summary>
    public string Next { get; private set; } = "";

    public bool IsLedTo { get; private set; }

    /// <summary>The outcomes whose ways are cut, with where they lead.</summary>
    public IReadOnlyList<(string Outcome, string To)> Ways { get; private set; } = [];

    /// <summary>The steps to which nothing leads then.</summary>
    public IReadOnlyList<string> Cut { get; private set; } = [];

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
        var outcome = await editing.ChangeAsync(Id, Revision, definition =>
        {
            if (definition.Find(StepId) is not { } step)
            {
                return false;
            }

            StepPlaces.Remove(definition, step, catalogue.Find(step.Name));
            return true;
        }, cancellation);
        if (outcome.Result == DraftResult.Saved)
        {
            TempData[PageFrame.Message] = "The step is removed from the draft";
            return Redirect(Url.Content("~" + DesignerLinks.Steps(Id)));
        }

        if (await LoadAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        ModelState.AddModelError("", DraftOutcome.ConflictMessage(outcome.SavedBy, "What would be cut now is shown below"));
        ModelState.Remove(nameof(Revision));
        Revision = draft.Revision;
        return Page();
    }

    private async Task<WorkflowDraft?> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft || draft.Definition.Find(StepId) is not { } step)
        {
            return null;
        }

        var definition = draft.Definition;
        var outcomes = StepOrder.Outcomes(definition, catalogue, step);
        (Name, Title) = (definition.Name, catalogue.TitleOf(step));
        Next = outcomes.Count > 0 ? To(outcomes[0]) : "";
        IsLedTo = definition.Into(StepId).Any();
        Ways = [.. outcomes.Skip(1).Select(outcome => (outcome, To(outcome))).Where(way => way.Item2.Length > 0)];
        Cut = [.. StepPlaces.CutBy(definition, step, catalogue.Find(step.Name)).Select(catalogue.TitleOf)];
        return draft;

        string To(string outcome) => definition.Next(StepId, outcome) is { } transition && definition.Find(transition.DestinationActivityId) is { } next && next != step ? catalogue.TitleOf(next) : "";
    }
}
