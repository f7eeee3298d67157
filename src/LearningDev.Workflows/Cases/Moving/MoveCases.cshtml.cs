using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing;
using LearningDev.Workflows.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Cases.Moving;

/// <summary>Moves cases to a version after a last look (WFL-02): those that are named, or all.</summary>
[RequiresPermission("ManageWorkflows")]
internal sealed class MoveCasesModel(WorkflowTypes types, CaseCare care) : PageModel
{
    /// <summary>As many cases are named of those that are moved.</summary>
    public const int MostNamed = 20;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "case")]
    public List<string> Cases { get; set; } = [];

    public WorkflowVersion Version { get; private set; } = null!;

    public IReadOnlyList<CaseMove> CanMove { get; private set; } = [];

    public IReadOnlyList<CaseMove> CannotMove { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        return await LoadAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        var moved = await care.MoveAsync(Version.Id, [.. CanMove.Select(move => move.CaseId)], cancellation);
        if (moved == 0)
        {
            ModelState.AddModelError("", "Nothing was moved, because the cases have gone on or ended in the meantime");
            return Page();
        }

        var stayed = CanMove.Count + CannotMove.Count - moved;
        TempData[PageFrame.Message] = $"{(moved == 1 ? "1 case was" : $"{moved:#,0} cases were")} moved to version {Number}"
            + (stayed > 0 ? $". {(stayed == 1 ? "1 stays on its version" : $"{stayed:#,0} stay on their versions")}" : "");
        return Redirect(Url.Content("~" + (Cases is [var only] ? WorkflowLinks.Case(only) : DesignerLinks.Versions(Id))));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindVersionAsync(Id, Number, cancellation) is not { } version)
        {
            return false;
        }

        Version = version;
        Cases = [.. Cases.Where(id => id is { Length: > 0 and <= Identifiers.MaximumLength } && !id.Contains('\0')).Distinct().Take(CaseCare.MostTogether)];
        var moves = Cases.Count > 0 ? await care.PreviewMoveAsync(version.Id, Cases, cancellation) : await care.PreviewMoveAsync(version.Id, cancellation);
        CanMove = [.. moves.Where(move => move.WhyNot.Length == 0)];
        CannotMove = [.. moves.Where(move => move.WhyNot.Length > 0)];
        return true;
    }
}
