using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.TakingDown;

[RequiresPermission("ViewRecognition")]
internal sealed class TakeDownModel(OwnCelebrations own) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Celebration Celebration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await own.FindAsync(Id, cancellation) is not { } celebration)
        {
            return NotFound();
        }

        Celebration = celebration;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await own.TakeDownAsync(Id, cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "The celebration is taken down";
        return Redirect(Url.Content("~" + RecognitionLinks.Wall));
    }
}
