using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Reporting;

[RequiresPermission("ViewRecognition")]
internal sealed class ReportModel(CelebrationReporting reporting) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public Celebration Celebration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var reason = (Reason ?? "").ReplaceLineEndings("\n").Trim();
        if (reason.Length == 0)
        {
            ModelState.AddModelError(nameof(Reason), "Enter what is wrong with it");
        }
        else if (reason.Length > CelebrationReport.LongestReason)
        {
            ModelState.AddModelError(nameof(Reason), $"What is wrong with it must be {CelebrationReport.LongestReason} characters or less");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellation);
        }

        var outcome = await reporting.ReportAsync(Id, reason, cancellation);
        if (outcome == ReportingOutcome.NotThere)
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = outcome == ReportingOutcome.Reported
            ? "Thank you. The moderators will read it" : "You have reported this celebration already. The moderators have your report";
        return Redirect(Url.Content("~" + RecognitionLinks.Wall));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await reporting.FindAsync(Id, cancellation) is not { } celebration)
        {
            return NotFound();
        }

        Celebration = celebration;
        return Page();
    }
}
