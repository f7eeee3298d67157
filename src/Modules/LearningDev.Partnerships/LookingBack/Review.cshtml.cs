using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.LookingBack;

/// <summary>One of the two looks back half way (COA-02).</summary>
[ConfidentialForm]
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class ReviewModel(OwnPartnerships partnerships, Reviews reviews) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Helped { get; set; }

    [BindProperty]
    public string? Progress { get; set; }

    [BindProperty]
    public string? Openness { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    public IReadOnlyList<(ReviewRow Row, string Words)> Given { get; private set; } = [];

    public bool HasGiven => Given.Any(review => review.Row.PersonId == Own.OwnId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        await ReadAsync(own, cancellation);
        return Reviews.MayReview(own.Row) || Given.Count > 0 ? Page() : Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own)
        {
            return NotFound();
        }

        var (helped, progress, openness) = (Ratings.Read(Helped), Ratings.Read(Progress), Ratings.Read(Openness));
        var words = (Words ?? "").ReplaceLineEndings("\n").Trim();
        foreach (var (name, rating) in new[] { (nameof(Helped), helped), (nameof(Progress), progress), (nameof(Openness), openness) })
        {
            if (rating is null)
            {
                ModelState.AddModelError(name, "Choose a number from 1 to 5");
            }
        }

        if (words.Length > Ratings.LongestWords)
        {
            ModelState.AddModelError(nameof(Words), $"What you want to say must be {Ratings.LongestWords:#,0} characters or less");
        }

        if (!ModelState.IsValid && Reviews.MayReview(own.Row))
        {
            await ReadAsync(own, cancellation);
            return Page();
        }

        ModelState.Clear();
        TempData[PageFrame.Message] = helped is not null && await reviews.ReviewAsync(own, helped.Value, progress ?? 0, openness ?? 0, words, cancellation)
            ? "Thank you for looking back" : "You have looked back already, or this has ended";
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    private async Task ReadAsync(OwnPartnership own, CancellationToken cancellation) => (Own, Given) = (own, await reviews.ReviewsAsync(own, cancellation));
}
