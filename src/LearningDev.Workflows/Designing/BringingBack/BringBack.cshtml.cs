using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.Comparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.BringingBack;

[RequiresPermission("ManageWorkflows")]
internal sealed class BringBackModel(WorkflowTypes types, ComparisonWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public WorkflowDraft Draft { get; private set; } = null!;

    public IReadOnlyList<ComparedThing> Changes { get; private set; } = [];

    private WorkflowVersion Version { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        Revision = Draft.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        try
        {
            await types.SaveDraftAsync(Version.Definition.Copy(), Revision, cancellation);
            TempData[PageFrame.Message] = $"Version {Number} is the draft now";
            return Redirect(Url.Content("~" + DesignerLinks.Steps(Id)));
        }
        catch (WorkflowConflictException conflict)
        {
            ModelState.AddModelError("", DraftOutcome.ConflictMessage(conflict.SavedBy, "What would change now is shown below"));
            ModelState.Remove(nameof(Revision));
            Revision = Draft.Revision;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft || await types.FindVersionAsync(Id, Number, cancellation) is not { } version)
        {
            return false;
        }

        (Draft, Version) = (draft, version);
        Changes = await words.SayAsync(draft.Definition, version.Definition, cancellation);
        return true;
    }
}
