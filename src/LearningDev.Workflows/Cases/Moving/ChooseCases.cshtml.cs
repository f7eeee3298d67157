using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing;
using LearningDev.Workflows.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Cases.Moving;

/// <summary>Chooses which cases are to be moved to a version (WFL-02). It changes nothing.</summary>
[RequiresPermission("ManageWorkflows")]
internal sealed class ChooseCasesModel(WorkflowTypes types, CaseCare care, ISettings settings) : PageModel
{
    public const string All = "all";
    public const string Some = "some";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public List<string> Cases { get; set; } = [];

    public WorkflowVersion Version { get; private set; } = null!;

    public int Total { get; private set; }

    public new int Page { get; private set; }

    public int Pages { get; private set; }

    public IReadOnlyList<CaseMove> CanMove { get; private set; } = [];

    public IReadOnlyList<CaseMove> CannotMove { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        return base.Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (Which is not (All or Some))
        {
            ModelState.AddModelError(nameof(Which), "Select which cases you want to move");
        }

        List<string> chosen = [.. CanMove.Select(move => move.CaseId).Where(Cases.Contains)];
        if (Which == Some && chosen.Count == 0)
        {
            ModelState.AddModelError(CanMove.Count > 0 ? nameof(Cases) : nameof(Which), "Tick the cases that you want to move");
        }

        return ModelState.IsValid ? Redirect(Url.Content("~" + MovingLinks.Move(Id, Number, Which == All ? [] : chosen))) : base.Page();
    }

    public string UrlOfPage(int page) => Url.Content("~" + MovingLinks.Choose(Id, Number)) + (page > 1 ? QueryString.Create("p", $"{page}").ToUriComponent() : "");

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await types.FindVersionAsync(Id, Number, cancellation) is not { } version)
        {
            return false;
        }

        Version = version;
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        (var moves, Total, Page) = await care.PreviewMovePageAsync(version.Id, int.TryParse(PageNumber, out var page) ? page : 1, size, cancellation);
        Pages = Math.Max(1, (Total + size - 1) / size);
        CanMove = [.. moves.Where(move => move.WhyNot.Length == 0)];
        CannotMove = [.. moves.Where(move => move.WhyNot.Length > 0)];
        return true;
    }
}

/// <summary>The addresses of the pages that move cases.</summary>
internal static class MovingLinks
{
    public static string Choose(string typeId, int number) => $"{DesignerLinks.Version(typeId, number)}/move-cases";

    /// <summary>The page that moves some cases, or all where none are named.</summary>
    public static string Move(string typeId, int number, IEnumerable<string> caseIds) =>
        $"{Choose(typeId, number)}/confirm{QueryString.Create(caseIds.Select(id => KeyValuePair.Create("case", (string?)id))).ToUriComponent()}";
}
