using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.StepForms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Adding;

[RequiresPermission("ManageWorkflows")]
internal sealed class AddStepModel(WorkflowTypes types, ActivityCatalogue catalogue, DraftEditing editing, StepFormView form) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string ActivityName { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "outcome")]
    public string? Outcome { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public WorkflowDefinition Definition { get; private set; } = null!;

    public IActivity Activity { get; private set; } = null!;

    public string Where { get; private set; } = "";

    public StepFormView Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft || (After is not null && draft.Definition.Find(After) is null))
        {
            return NotFound();
        }

        ModelState.Clear();
        Revision = draft.Revision;
        return await ShowAsync(NewStep(), null, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        var step = NewStep();
        var sent = StepFormReader.Read(Request.Form, Activity, step, await form.FieldsOfAsync(draft.Definition, cancellation));
        if (!sent.IsSaving)
        {
            ModelState.Clear();
            return await ShowAsync(step, sent, cancellation);
        }

        foreach (var (key, message) in sent.Errors)
        {
            ModelState.AddModelError(key, message);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(step, sent, cancellation);
        }

        var outcome = await editing.ChangeAsync(Id, Revision, definition =>
        {
            StepPlaces.PutIn(definition, step, Activity, After ?? "", Outcome ?? "");
            return true;
        }, cancellation);
        if (outcome.Result == DraftResult.Saved)
        {
            TempData[PageFrame.Message] = After is null || draft.Definition.Find(After) is not null ? "The step is added to the draft"
                : "The step is added to the draft. The step after which it was to come is not there any more, so nothing leads to it yet";
            return Redirect(Url.Content("~" + DesignerLinks.At(Id, step.ActivityId)));
        }

        ModelState.AddModelError("", outcome.Message);
        ModelState.Remove(nameof(Revision));
        Revision = draft.Revision;
        return await ShowAsync(step, sent, cancellation);
    }

    // What starts the workflow was asked for when nothing comes before.
    private ActivityRecord NewStep() => new() { ActivityId = Identifiers.New(), Name = Activity.Name, IsStart = After is null && Activity.Kind == ActivityKind.Event };

    private async Task<WorkflowDraft?> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft
            || (await catalogue.AvailableAsync(cancellation)).FirstOrDefault(activity => string.Equals(activity.Name, ActivityName, StringComparison.OrdinalIgnoreCase)) is not { } activity)
        {
            return null;
        }

        (Definition, Activity) = (draft.Definition, activity);
        Where = After is null || draft.Definition.Find(After) is null ? "" : StepPlaceWords.Of(draft.Definition, catalogue, After, Outcome ?? "");
        return draft;
    }

    private async Task<IActionResult> ShowAsync(ActivityRecord step, StepFormResult? sent, CancellationToken cancellation)
    {
        var fields = await form.FieldsOfAsync(Definition, cancellation);
        Form = await form.LoadAsync(Activity, step, fields, sent, key => sent is null ? "" : Request.Form[key].ToString(), cancellation);
        return Page();
    }
}
