using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Moderating;

[RequiresPermission("ModerateRecognition")]
internal sealed class RefuseModel(WallModeration moderation) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public Celebration Celebration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var reason = (Reason ?? "").ReplaceLineEndings("\n").Trim();
        if (reason.Length is 0 or > CelebrationReport.LongestReason)
        {
            ModelState.AddModelError(
                nameof(Reason), reason.Length == 0 ? "Enter why you take it down" : $"Why you take it down must be {CelebrationReport.LongestReason} characters or less");
            if (await ReadAsync(cancellation))
            {
                return Page();
            }
        }

        TempData[PageFrame.Message] = ModelState.IsValid && await moderation.TakeDownAsync(Id, reason, cancellation) == ModerationOutcome.Done
            ? "The celebration is taken down" : WallModeration.DealtWith;
        return Redirect(Url.Content("~" + RecognitionLinks.Moderation));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await moderation.FindAsync(Id, cancellation) is not { } celebration)
        {
            return false;
        }

        Celebration = celebration;
        return true;
    }
}
