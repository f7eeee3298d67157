using LearningDev.Coaching.Coaches;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Asking;

/// <summary>What somebody wants to reach, what a coach should avoid, and the themes. The words go to the two people alone (COA-03).</summary>
[ConfidentialForm]
[RequiresPermission("ViewCoaching")]
internal sealed class GoalsModel(RequestDrafts drafts, OwnForms forms) : PageModel
{
    public const int Longest = 4000;

    public const string NoKey = "Your words cannot be kept in confidence just now, so nothing is saved: the portal’s key for them is missing. Tell whoever runs the portal";

    private static readonly string[] Fields = [$"{nameof(CoachingMatch)}.{nameof(CoachingMatch.Themes)}"];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Goals { get; set; }

    [BindProperty]
    public string? Avoid { get; set; }

    public OwnForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        try
        {
            (Goals, Avoid) = await drafts.WordsAsync(draft.Row, cancellation);
        }
        catch (ConfidentialKeyMissingException)
        {
            ModelState.AddModelError("", NoKey);
        }

        return await ShowAsync(draft.Item, isPosted: false, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        var (goals, avoid) = (Words(Goals), Words(Avoid));
        if (goals.Length == 0)
        {
            ModelState.AddModelError(nameof(Goals), "Enter what you want to reach");
        }
        else if (goals.Length > Longest)
        {
            ModelState.AddModelError(nameof(Goals), $"What you want to reach must be {Longest:#,0} characters or less");
        }

        if (avoid.Length > Longest)
        {
            ModelState.AddModelError(nameof(Avoid), $"What a coach should avoid must be {Longest:#,0} characters or less");
        }

        foreach (var error in await forms.ReadAsync(draft.Item, Fields, Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        if (ModelState.IsValid && !OwnForms.IsOnlyShownAgain(Request.Form))
        {
            try
            {
                await drafts.SaveGoalsAsync(draft, goals, avoid, cancellation);
                return Redirect(Url.Content("~" + CoachingLinks.Preferences(Id)));
            }
            catch (ConfidentialKeyMissingException)
            {
                ModelState.AddModelError("", NoKey);
            }
        }

        return await ShowAsync(draft.Item, isPosted: true, cancellation);
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, bool isPosted, CancellationToken cancellation)
    {
        Form = await forms.ShowAsync(item, Fields, isPosted ? Request.Form : null, cancellation);
        return Page();
    }

    private static string Words(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
