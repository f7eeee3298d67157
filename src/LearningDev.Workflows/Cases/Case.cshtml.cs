using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Cases;

[RequiresPermission("ManageWorkflows")]
internal sealed class CaseModel(CaseReader cases, CaseCare care) : PageModel
{
    private const int LongestReason = 300;
    private const string Gone = "The case is not stuck there any more";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public CaseView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostRetryAsync([FromForm] string activityId, [FromForm] int visit, CancellationToken cancellation) =>
        Told(await care.RetryAsync(Id, activityId, visit, cancellation) ? "The step was tried again" : Gone);

    public async Task<IActionResult> OnPostSkipAsync([FromForm] string activityId, [FromForm] int visit, [FromForm] string? outcome, [FromForm] string? reason, CancellationToken cancellation) =>
        Check(reason) is not { } why ? await ShowAsync(cancellation)
            : Told(await care.SkipAsync(Id, activityId, visit, outcome ?? "", why, cancellation) ? "The step was passed over" : Gone);

    public async Task<IActionResult> OnPostCancelAsync([FromForm] string? reason, CancellationToken cancellation) =>
        Check(reason) is not { } why ? await ShowAsync(cancellation) : Told(await care.CancelAsync(Id, why, cancellation) ? "The case is cancelled" : "The case had ended already");

    private string? Check(string? reason)
    {
        var why = (reason ?? "").Trim();
        if (why.Length is 0 or > LongestReason)
        {
            ModelState.AddModelError("", why.Length == 0 ? "Enter why" : $"Why must be {LongestReason} characters or less");
            return null;
        }

        return why;
    }

    private RedirectResult Told(string message)
    {
        TempData[PageFrame.Message] = message;
        return Redirect(Url.Content("~" + WorkflowLinks.Case(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await cases.FindAsync(Id, cancellation) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
