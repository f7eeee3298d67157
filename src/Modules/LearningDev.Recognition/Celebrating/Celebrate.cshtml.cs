using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Celebrating;

[RequiresPermission("ViewRecognition")]
internal sealed class CelebrateModel(CelebrationWriter writer, ISettings settings) : PageModel
{
    /// <summary>The id of the colleague.</summary>
    [BindProperty(SupportsGet = true)]
    public string To { get; set; } = "";

    [BindProperty]
    public string? Learning { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    public Colleague Colleague { get; private set; } = null!;

    /// <summary>True when there is no use in writing, because the colleague does not want to be on the wall.</summary>
    public bool IsKeptOff { get; private set; }

    public RecognitionSettings Rules { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        IsKeptOff = await writer.IsKeptOffAsync(To, cancellation);
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (learning, message) = ((Learning ?? "").Trim(), (Message ?? "").ReplaceLineEndings("\n").Trim());
        Require(nameof(Learning), learning, Celebration.LongestLearning, "Enter what your colleague has learned", "What your colleague has learned");
        Require(nameof(Message), message, Celebration.LongestMessage, "Enter why it is worth celebrating", "Why it is worth celebrating");
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellation);
        }

        var outcome = await writer.WriteAsync(To, learning, message, cancellation);
        if (outcome is CelebratingOutcome.Shown or CelebratingOutcome.Waits)
        {
            TempData[PageFrame.Message] = outcome == CelebratingOutcome.Shown
                ? "Your celebration is on the wall" : "Thank you. A moderator reads your celebration before it is on the wall";
            return Redirect(Url.Content("~" + RecognitionLinks.Wall));
        }

        ModelState.AddModelError("", outcome == CelebratingOutcome.TooMany
            ? "You have written as many celebrations today as the portal allows. Try again tomorrow"
            : "Your colleague prefers not to be on the wall. Tell them in person");
        return await ShowAsync(cancellation);
    }

    private void Require(string key, string text, int longest, string missing, string name)
    {
        if (text.Length == 0)
        {
            ModelState.AddModelError(key, missing);
        }
        else if (text.Length > longest)
        {
            ModelState.AddModelError(key, $"{name} must be {longest} characters or less");
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await writer.RecipientAsync(To, cancellation) is not { } colleague)
        {
            return NotFound();
        }

        (Colleague, Rules) = (colleague, await settings.GetAsync<RecognitionSettings>(cancellation));
        return Page();
    }
}
