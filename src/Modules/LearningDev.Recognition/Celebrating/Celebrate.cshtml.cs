using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Recognition.Celebrating;

[RequiresPermission("ViewRecognition")]
internal sealed class CelebrateModel(CelebrationWriter writer, Colleagues colleagues, CurrentPerson person) : PageModel
{
    private const int MostMatches = 20;

    [BindProperty]
    [StringLength(200, ErrorMessage = "Type at most 200 characters of a name")]
    public string? Words { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    [BindProperty]
    public string? Learning { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    /// <summary>What the search for a name has brought; null when nobody was looked for.</summary>
    public ColleagueMatches? Found { get; private set; }

    /// <summary>Who has been chosen, then who was found; each once.</summary>
    public IReadOnlyList<Colleague> Choices { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        if ((Words ?? "").Trim().Length < Colleagues.ShortestWords)
        {
            ModelState.AddModelError(nameof(Words), "Type at least 2 letters of a name or email address");
        }

        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (learning, message) = ((Learning ?? "").Trim(), (Message ?? "").ReplaceLineEndings("\n").Trim());
        if (string.IsNullOrEmpty(Recipient))
        {
            var mustFind = string.IsNullOrWhiteSpace(Words);
            ModelState.AddModelError(mustFind ? nameof(Words) : nameof(Recipient), mustFind ? "Find the colleague you celebrate" : "Choose who you mean from the people found");
        }

        Require(nameof(Learning), learning, Celebration.LongestLearning, "Enter what your colleague has learned", "What your colleague has learned");
        Require(nameof(Message), message, Celebration.LongestMessage, "Enter why it is worth celebrating", "Why it is worth celebrating");
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellation);
        }

        var outcome = await writer.WriteAsync(Recipient!, learning, message, cancellation);
        if (outcome is CelebratingOutcome.Shown or CelebratingOutcome.Waits)
        {
            TempData[PageFrame.Message] = outcome == CelebratingOutcome.Shown ? "Your celebration is on the wall" : "Thank you. A moderator reads your celebration before it is on the wall";
            return Redirect(Url.Content("~" + RecognitionLinks.Wall));
        }

        ModelState.AddModelError(nameof(Recipient), outcome switch
        {
            CelebratingOutcome.KeptOff => "This colleague prefers not to be on the wall. Tell them in person",
            CelebratingOutcome.TooMany => "You have written as many celebrations today as the portal allows. Try again tomorrow",
            _ => "This colleague is not there at present. Choose somebody else",
        });
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
        if (ModelState[nameof(Words)] is not { Errors.Count: > 0 } && (Words ?? "").Trim().Length >= Colleagues.ShortestWords)
        {
            Found = await colleagues.SearchAsync(Words!, MostMatches, person.Id, cancellation);
        }

        var chosen = string.IsNullOrEmpty(Recipient) ? [] : await colleagues.FindAllAsync([Recipient], cancellation);
        Choices = [.. chosen.Concat(Found?.People ?? []).DistinctBy(colleague => colleague.Id)];
        return Page();
    }
}
