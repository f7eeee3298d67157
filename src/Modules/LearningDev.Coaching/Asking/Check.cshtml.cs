using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Requests;
using LearningDev.Content.Pages;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Asking;

/// <summary>All of a request for a coach, to be checked and sent (COA-02).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class CheckModel(RequestDrafts drafts, ShownFields shown) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public RequestRow Row { get; private set; } = null!;

    public string Goals { get; private set; } = "";

    public string Avoid { get; private set; } = "";

    public IReadOnlyList<ShownField> Themes { get; private set; } = [];

    /// <summary>What suits the person, with fields that editors have added.</summary>
    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public IReadOnlyList<ChoiceRow> Choices { get; private set; } = [];

    public IReadOnlyList<(string Problem, string Url)> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await drafts.FindAsync(Id, cancellation) is not { } draft ? NotFound() : await ShowAsync(draft, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            // A second click comes when the first has sent it.
            return await drafts.WasSentAsync(Id, cancellation) ? Redirect(Url.Content("~" + CoachingLinks.Request(Id))) : NotFound();
        }

        if (!await drafts.CanBeSentAsync(cancellation))
        {
            ModelState.AddModelError("", "Requests cannot be sent just now, because no workflow takes them. Yours is kept. Tell HR, and send it later");
            return await ShowAsync(draft, cancellation);
        }

        if ((await drafts.ProblemsAsync(draft, cancellation)).Count > 0)
        {
            ModelState.AddModelError("", "The request cannot be sent yet");
            return await ShowAsync(draft, cancellation);
        }

        await drafts.SendAsync(draft, cancellation);
        TempData[PageFrame.Message] = "Your request is sent";
        return Redirect(Url.Content("~" + CoachingLinks.Request(Id)));
    }

    private async Task<IActionResult> ShowAsync(RequestDraft draft, CancellationToken cancellation)
    {
        Row = draft.Row;
        Problems = await drafts.ProblemsAsync(draft, cancellation);
        Choices = await drafts.ChoicesAsync(Id, cancellation);
        Themes = await shown.OfPageAsync(ItemCopies.Only(draft.Item, nameof(CoachingMatch), nameof(CoachingMatch.Themes)), unsaid: true, cancellation);
        Fields = await shown.OfPageAsync(
            ItemCopies.Without(ItemCopies.Without(draft.Item, nameof(CoachingMatch), nameof(CoachingMatch.Themes)), CoachingRequest.Type, nameof(CoachingRequest.Pool)), unsaid: true, cancellation);
        try
        {
            (Goals, Avoid) = await drafts.WordsAsync(draft.Row, cancellation);
        }
        catch (ConfidentialKeyMissingException)
        {
            ModelState.AddModelError("", GoalsModel.NoKey);
        }

        return Page();
    }
}
