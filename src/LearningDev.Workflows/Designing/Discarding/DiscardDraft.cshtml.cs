using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.Comparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Discarding;

[RequiresPermission("ManageWorkflows")]
internal sealed class DiscardDraftModel(WorkflowTypes types, ComparisonWords words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    public WorkflowDraft Draft { get; private set; } = null!;

    public IReadOnlyList<ComparedThing> Changes { get; private set; } = [];

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
        string? savedBy;
        try
        {
            if (await types.DiscardDraftAsync(Id, Revision, cancellation))
            {
                TempData[PageFrame.Message] = "The draft is discarded. You see what is published";
            }

            return Redirect(Url.Content("~" + DesignerLinks.Steps(Id)));
        }
        catch (WorkflowConflictException conflict)
        {
            savedBy = conflict.SavedBy;
        }

        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.AddModelError("", DraftOutcome.ConflictMessage(savedBy, "What would be discarded now is shown below"));
        ModelState.Remove(nameof(Revision));
        Revision = Draft.Revision;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { IsDraft: true, VersionId: { } version } draft)
        {
            return false;
        }

        Draft = draft;
        Changes = await words.SayAsync((await types.FindVersionAsync(version, cancellation))!.Definition, draft.Definition, cancellation);
        return true;
    }
}
