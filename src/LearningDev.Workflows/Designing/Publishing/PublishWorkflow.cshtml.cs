using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing.Changing;
using LearningDev.Workflows.Designing.Comparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Designing.Publishing;

[RequiresPermission("ManageWorkflows")]
internal sealed class PublishWorkflowModel(WorkflowTypes types, DefinitionCheck check, ComparisonWords words) : PageModel
{
    public const int LongestNote = WorkflowVersionRow.NoteLength;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public WorkflowDraft Draft { get; private set; } = null!;

    public IReadOnlyList<DefinitionProblem> Errors { get; private set; } = [];

    public IReadOnlyList<DefinitionProblem> Warnings { get; private set; } = [];

    public IReadOnlyList<ComparedThing> Changes { get; private set; } = [];

    public int CasesGoingOn { get; private set; }

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

        if (!Draft.IsDraft)
        {
            // The second click on Publish finds that all is done.
            TempData[PageFrame.Message] = $"Version {Draft.VersionNumber} is published";
            return Redirect(Url.Content("~" + DesignerLinks.Steps(Id)));
        }

        var note = (Note ?? "").ReplaceLineEndings("\n").Trim();
        if (note.Length is 0 or > LongestNote)
        {
            ModelState.AddModelError(nameof(Note), note.Length == 0 ? "Enter what you have changed and why" : $"What you have changed must be {LongestNote} characters or less");
        }

        if (Errors.Count > 0)
        {
            ModelState.AddModelError("", "Put right what is wrong before you publish");
        }

        if (ModelState.IsValid && Revision == Draft.Revision)
        {
            try
            {
                var version = await types.PublishAsync(Draft.Definition, Revision, note, cancellation);
                TempData[PageFrame.Message] = $"Version {version.Number} is published. New cases keep to it";
                return Redirect(Url.Content("~" + DesignerLinks.Steps(Id)));
            }
            catch (WorkflowConflictException conflict)
            {
                ModelState.AddModelError("", Conflict(conflict.SavedBy));
            }
        }
        else if (ModelState.IsValid)
        {
            ModelState.AddModelError("", Conflict(Draft.ChangedBy));
        }

        ModelState.Remove(nameof(Revision));
        Revision = Draft.Revision;
        return Page();
    }

    private static string Conflict(string? by) =>
        DraftOutcome.ConflictMessage(by, "Look at what would be published now, then publish again");

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindAsync(Id, cancellation) is not { } draft)
        {
            return false;
        }

        var problems = check.Check(draft.Definition);
        Draft = draft;
        (Errors, Warnings) = ([.. problems.Where(problem => problem.Kind == DefinitionProblemKind.Error)], [.. problems.Where(problem => problem.Kind == DefinitionProblemKind.Warning)]);
        if (draft.VersionId is { } version)
        {
            Changes = await words.SayAsync((await types.FindVersionAsync(version, cancellation))!.Definition, draft.Definition, cancellation);
            CasesGoingOn = (await types.VersionsAsync(Id, cancellation)).Sum(known => known.CasesGoingOn);
        }

        return true;
    }
}
