using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Moderating;

[RequiresPermission("ModerateRecognition")]
internal sealed class ModerationModel(WallModeration moderation) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    [BindProperty]
    public string? Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ModerationPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => List = await moderation.PageAsync(Number, cancellation);

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        Done(await moderation.ApproveAsync(Id ?? "", cancellation), "The celebration is on the wall");

    public async Task<IActionResult> OnPostTakeDownAsync(CancellationToken cancellation)
    {
        var reason = (Reason ?? "").ReplaceLineEndings("\n").Trim();
        if (reason.Length is > 0 and <= CelebrationReport.LongestReason)
        {
            return Done(await moderation.TakeDownAsync(Id ?? "", reason, cancellation), "The celebration is taken down");
        }

        List = await moderation.PageAsync(Number, cancellation);
        if (!List.Lines.Any(line => line.Celebration.Id == Id))
        {
            return Done(ModerationOutcome.DealtWith, "");
        }

        ModelState.AddModelError(
            nameof(Reason), reason.Length == 0 ? "Enter why you take it down" : $"Why you take it down must be {CelebrationReport.LongestReason} characters or less");
        return Page();
    }

    public string UrlOfPage(int page) => Url.Content("~" + RecognitionLinks.Moderation) + (page > 1 ? $"?p={page}" : "");

    private int Number => int.TryParse(PageNumber, out var page) ? page : 1;

    private RedirectResult Done(ModerationOutcome outcome, string words)
    {
        TempData[PageFrame.Message] = outcome switch
        {
            ModerationOutcome.Done => words,
            ModerationOutcome.KeptOff => "This person does not want to be on the wall. Take the celebration down",
            _ => "This celebration has been dealt with already",
        };
        return Redirect(UrlOfPage(Number));
    }
}
