using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.Drawing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Workflows.Designing.Steps;

[RequiresPermission("ManageWorkflows")]
internal sealed class StepsModel(WorkflowTypes types, ActivityCatalogue catalogue, DefinitionCheck check, StepList list, DraftEditing editing) : PageModel
{
    private const string Outcome = "outcome";
    private const string To = "to";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public WorkflowDraft Draft { get; private set; } = null!;

    public CaseRules Rules { get; private set; } = null!;

    public IReadOnlyList<StepLine> Steps { get; private set; } = [];

    public IReadOnlyList<DefinitionProblem> Problems { get; private set; } = [];

    public string Svg { get; private set; } = "";

    /// <summary>The step whose connections were chosen but are not saved yet; null for none.</summary>
    public string? Pending { get; private set; }

    private Dictionary<string, string> Chosen { get; set; } = [];

    public int Errors => Problems.Count(problem => problem.Kind == DefinitionProblemKind.Error);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    /// <summary>Leads the outcomes of one step to others.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "step")] string? step, [FromForm(Name = "revision")] int revision, CancellationToken cancellation)
    {
        var (outcomes, targets) = (Request.Form[Outcome], Request.Form[To]);
        if (step is null || outcomes.Count != targets.Count)
        {
            return BadRequest();
        }

        var chosen = outcomes.Zip(targets).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First ?? "", pair => pair.Second ?? "");
        var outcome = await editing.ChangeAsync(Id, revision, definition =>
        {
            if (definition.Find(step) is null || chosen.Values.Any(to => to.Length > 0 && definition.Find(to) is null))
            {
                return false;
            }

            foreach (var (name, to) in chosen)
            {
                StepPlaces.Lead(definition, step, name, to);
            }

            return true;
        }, cancellation);
        if (outcome.Result == DraftResult.Saved)
        {
            TempData[PageFrame.Message] = "The connections are saved in the draft";
            return Redirect(Url.Content("~" + DesignerLinks.At(Id, step)));
        }

        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        (Pending, Chosen) = (step, chosen);
        var message = outcome.Result == DraftResult.Conflict ? outcome.Message : "The step, or one that you have chosen, is not there any more. Choose again";
        ModelState.AddModelError(Draft.Definition.Find(step) is null ? "" : $"lead-{step}", message);
        return Page();
    }

    /// <summary>Where an outcome can lead, with the choice that somebody has made.</summary>
    public IEnumerable<SelectListItem> Targets(StepLine line, StepOutcome outcome)
    {
        var chosen = Pending == line.Step.ActivityId && Chosen.TryGetValue(outcome.Name, out var pending) ? pending : outcome.To;
        return
        [
            new SelectListItem("Nowhere: it ends here", "", chosen.Length == 0),
            .. Steps.Where(other => other != line || outcome.To == line.Step.ActivityId || chosen == line.Step.ActivityId)
                .Select(other => new SelectListItem(other.Numbered, other.Step.ActivityId, other.Step.ActivityId == chosen)),
        ];
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return false;
        }

        (Draft, Rules) = (draft, CaseRules.Of(draft.Definition));
        Problems = [.. check.Check(draft.Definition).Where(problem => draft.Definition.Activities.Count > 0 || problem.ActivityId is not null).OrderBy(problem => problem.Kind)];
        Steps = await list.OfAsync(draft.Definition, Problems, cancellation);
        Svg = WorkflowDiagram.Draw(draft.Definition, Steps);
        return true;
    }

    /// <summary>The title of a step that a problem is about; empty for the workflow as a whole.</summary>
    public string TitleOf(DefinitionProblem problem) => problem.ActivityId is { } id && Draft.Definition.Find(id) is { } step ? catalogue.TitleOf(step) : "";
}
