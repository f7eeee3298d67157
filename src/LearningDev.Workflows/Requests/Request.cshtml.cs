using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Workflows.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Requests;

/// <summary>What has become of a request, for the person who asked; others are told that there is no such page.</summary>
internal sealed class RequestModel(RequestReader requests, CaseCare care) : PageModel
{
    private const int LongestReason = 300;

    [BindProperty(SupportsGet = true)]
    public string CaseId { get; set; } = "";

    [BindProperty, Display(Name = "Why you withdraw it")]
    public string? Reason { get; set; }

    public RequestView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        var reason = (Reason ?? "").Trim();
        if (await requests.FindAsync(CaseId, cancellation) is null)
        {
            return NotFound();
        }

        if (reason.Length > LongestReason)
        {
            ModelState.AddModelError(nameof(Reason), $"Why you withdraw it must be {LongestReason} characters or less");
            return await ShowAsync(cancellation);
        }

        TempData[PageFrame.Message] = await care.WithdrawAsync(CaseId, reason, cancellation)
            ? "The request is withdrawn" : "The request could not be withdrawn, because it has ended in the meantime";
        return Redirect(Url.Content("~" + WorkflowLinks.Request(CaseId)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await requests.FindAsync(CaseId, cancellation) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
