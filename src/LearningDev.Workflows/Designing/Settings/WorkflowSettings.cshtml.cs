using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Settings;

[RequiresPermission("ManageWorkflows")]
internal sealed class WorkflowSettingsModel(WorkflowTypes types, DraftEditing editing, WorkflowFields fields) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public WorkflowSettingsForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<WorkflowField> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        ModelState.Clear();
        (Form, Revision) = (WorkflowSettingsForm.Read(draft.Definition), draft.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft)
        {
            return NotFound();
        }

        Form.Check(ModelState, nameof(Form));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await editing.ChangeAsync(Id, Revision, definition =>
        {
            Form.Write(definition);
            return true;
        }, cancellation);
        if (outcome.Result == DraftResult.Saved)
        {
            TempData[PageFrame.Message] = "The draft is saved";
            return Redirect(Url.Content("~" + DesignerLinks.Steps(Id)));
        }

        ModelState.AddModelError("", outcome.Message);
        ModelState.Remove(nameof(Revision));
        Revision = draft.Revision;
        return Page();
    }

    private async Task<WorkflowDraft?> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return null;
        }

        (Name, Fields) = (draft.Definition.Name, await fields.OfAsync(draft.Definition, cancellation));
        return draft;
    }
}
