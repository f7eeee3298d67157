using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.StepForms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Changing;

[RequiresPermission("ManageWorkflows")]
internal sealed class ChangeStepModel(WorkflowTypes types, ActivityCatalogue catalogue, DraftEditing editing, StepFormView form) : PageModel
{
    private const string Gone = "Somebody else has removed this step. What you typed is below: save to add it to the draft again. Nothing leads to it then";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string StepId { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The step's activity, so that what was typed can be shown when the step is gone.</summary>
    [BindProperty(Name = "activity")]
    public string? ActivityName { get; set; }

    public WorkflowDefinition Definition { get; private set; } = null!;

    public ActivityRecord Step { get; private set; } = null!;

    /// <summary>The step's activity; null for one that the portal does not know.</summary>
    public IActivity? Activity { get; private set; }

    public string Title { get; private set; } = "";

    public StepFormView? Form { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft || draft.Definition.Find(StepId) is null)
        {
            return NotFound();
        }

        ModelState.Clear();
        Revision = draft.Revision;
        return await ShowAsync(null, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft || Activity is not { } activity)
        {
            return NotFound();
        }

        var sent = StepFormReader.Read(Request.Form, activity, Step, await form.FieldsOfAsync(draft.Definition, cancellation));
        if (!sent.IsSaving)
        {
            ModelState.Clear();
            return await ShowAsync(sent, cancellation);
        }

        foreach (var (key, message) in sent.Errors)
        {
            ModelState.AddModelError(key, message);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(sent, cancellation);
        }

        var outcome = await editing.ChangeAsync(Id, Revision, definition =>
        {
            Put(definition, activity);
            return true;
        }, cancellation);
        if (outcome.Result == DraftResult.Saved)
        {
            TempData[PageFrame.Message] = "The step is saved in the draft";
            return Redirect(Url.Content("~" + DesignerLinks.At(Id, StepId)));
        }

        ModelState.AddModelError("", draft.Definition.Find(StepId) is null ? Gone : outcome.Message);
        ModelState.Remove(nameof(Revision));
        Revision = draft.Revision;
        return await ShowAsync(sent, cancellation);
    }

    private void Put(WorkflowDefinition definition, IActivity activity)
    {
        if (definition.Find(StepId) is not { } known)
        {
            definition.Activities.Add(Step);
            return;
        }

        var before = activity.Outcomes(known);
        (known.Properties, known.IsStart) = (Step.Properties, Step.IsStart);
        StepPlaces.Rename(definition, StepId, before, activity.Outcomes(known));
    }

    private async Task<WorkflowDraft?> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return null;
        }

        var known = draft.Definition.Find(StepId);
        Definition = draft.Definition;
        Step = known is null ? new ActivityRecord { ActivityId = StepId, Name = ActivityName ?? "" } : ActivityRecord.Read(known.Write());
        Activity = catalogue.Find(Step.Name);
        Title = catalogue.TitleOf(Step);
        return draft;
    }

    private async Task<IActionResult> ShowAsync(StepFormResult? sent, CancellationToken cancellation)
    {
        if (Activity is not null)
        {
            var fields = await form.FieldsOfAsync(Definition, cancellation);
            Form = await form.LoadAsync(Activity, Step, fields, sent, key => sent is null ? "" : Request.Form[key].ToString(), cancellation);
        }

        return Page();
    }
}
