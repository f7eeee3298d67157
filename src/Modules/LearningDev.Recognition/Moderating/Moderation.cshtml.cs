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

    public ModerationPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => List = await moderation.PageAsync(Number, cancellation);

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellation)
    {
        TempData[PageFrame.Message] = await moderation.ApproveAsync(id ?? "", cancellation) switch
        {
            ModerationOutcome.Done => "The celebration is on the wall",
            ModerationOutcome.KeptOff => "This person does not want to be on the wall. Take the celebration down",
            _ => WallModeration.DealtWith,
        };
        return Redirect(UrlOfPage(Number));
    }

    public string UrlOfPage(int page) => Url.Content("~" + RecognitionLinks.Moderation) + (page > 1 ? $"?p={page}" : "");

    private int Number => int.TryParse(PageNumber, out var page) ? page : 1;
}
