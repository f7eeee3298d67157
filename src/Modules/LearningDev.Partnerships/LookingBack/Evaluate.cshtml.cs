using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.LookingBack;

/// <summary>One of the two says what a partnership has brought (COA-02).</summary>
[ConfidentialForm]
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class EvaluateModel(OwnPartnerships partnerships, Reviews reviews) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>An <see cref="OutcomeReached"/>.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Rating { get; set; }

    /// <summary>"yes" or "no".</summary>
    [BindProperty]
    public string? Recommend { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    public IReadOnlyList<(EvaluationRow Row, string Words)> Given { get; private set; } = [];

    public bool HasGiven => Given.Any(one => one.Row.PersonId == Own.OwnId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        await ReadAsync(own, cancellation);
        return Reviews.MayEvaluate(own.Row) ? Page() : Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        OutcomeReached? outcome = Enum.TryParse<OutcomeReached>(Outcome, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        var (rating, words) = (Ratings.Read(Rating), (Words ?? "").ReplaceLineEndings("\n").Trim());
        if (outcome is null)
        {
            ModelState.AddModelError(nameof(Outcome), "Choose whether you have reached what you wanted");
        }

        if (rating is null)
        {
            ModelState.AddModelError(nameof(Rating), "Choose a number from 1 to 5");
        }

        if (Recommend is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Recommend), "Choose whether you would recommend it");
        }

        if (words.Length > Ratings.LongestWords)
        {
            ModelState.AddModelError(nameof(Words), $"What you want to say must be {Ratings.LongestWords:#,0} characters or less");
        }

        if (!ModelState.IsValid)
        {
            await ReadAsync(own, cancellation);
            return Reviews.MayEvaluate(own.Row) ? Page() : NotFound();
        }

        TempData[PageFrame.Message] = await reviews.EvaluateAsync(own, outcome!.Value, rating!.Value, Recommend == "yes", words, cancellation)
            ? "Thank you for looking back" : "You have looked back already";
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    private async Task ReadAsync(OwnPartnership own, CancellationToken cancellation) => (Own, Given) = (own, await reviews.EvaluationsAsync(own, cancellation));
}
