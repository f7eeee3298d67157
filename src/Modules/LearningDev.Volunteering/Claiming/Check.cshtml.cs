using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Claiming;

/// <summary>The last step of a claim: all of it with what is left before and after, to be sent (VOL-02).</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class CheckModel(ClaimDrafts drafts, ClaimReviews reviews, ShownFields shown) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ClaimReview Review { get; private set; } = null!;

    public VolunteeringClaim Part { get; private set; } = null!;

    public bool IsReturned { get; private set; }

    /// <summary>The skills, the reflection, and fields that editors have added.</summary>
    public IReadOnlyList<ShownField> Learned { get; private set; } = [];

    /// <summary>What stops the claim from being sent, with the page on which it is put right.</summary>
    public IReadOnlyList<(string Problem, string Url)> Problems => [.. new[]
    {
        (Review.About, VolunteeringLinks.About(Id)), (Review.Time, VolunteeringLinks.Time(Id)), (Review.Learning, VolunteeringLinks.Learning(Id)), (Review.Leave, VolunteeringLinks.Leave(Id)),
    }.Where(pair => pair.Item1 is not null).Select(pair => (pair.Item1!, pair.Item2))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await drafts.FindAsync(Id, cancellation) is not { } draft ? NotFound() : await ShowAsync(draft, await reviews.OfAsync(draft.Row, cancellation), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            // A second click comes when the first has sent it.
            return await drafts.WasSentAsync(Id, cancellation) ? Redirect(Url.Content("~" + VolunteeringLinks.Claim(Id))) : NotFound();
        }

        if (!draft.IsReturned && !await drafts.CanBeSentAsync(cancellation))
        {
            ModelState.AddModelError("", "Claims cannot be sent just now, because no workflow takes them. Your claim is kept. Tell HR, and send it later");
            return await ShowAsync(draft, await reviews.OfAsync(draft.Row, cancellation), cancellation);
        }

        var review = await drafts.SendAsync(draft, cancellation);
        if (!review.Fits)
        {
            ModelState.AddModelError("", "The claim cannot be sent yet");
            return await ShowAsync(draft, review, cancellation);
        }

        TempData[PageFrame.Message] = draft.IsReturned ? "The claim is sent again" : "The claim is sent";
        return Redirect(Url.Content("~" + VolunteeringLinks.Claim(Id)));
    }

    private async Task<IActionResult> ShowAsync(ClaimDraft draft, ClaimReview review, CancellationToken cancellation)
    {
        (Review, Part, IsReturned) = (review, review.Item.As<VolunteeringClaim>(), draft.IsReturned);
        Learned = await LearnedAsync(shown, review.Item, cancellation);
        return Page();
    }

    /// <summary>What a claim's item says besides where, what and how much.</summary>
    public static async Task<IReadOnlyList<ShownField>> LearnedAsync(ShownFields shown, ContentItem item, CancellationToken cancellation)
    {
        // What is counted is shown from the tables.
        var copy = new ContentItem { ContentItemId = item.ContentItemId, ContentType = item.ContentType, Content = (System.Text.Json.Nodes.JsonObject)item.Content.DeepClone() };
        foreach (var name in VolunteeringClaim.Counted)
        {
            (copy.Content[VolunteeringClaim.Type] as System.Text.Json.Nodes.JsonObject)?.Remove(name);
        }

        return await shown.OfPageAsync(copy, unsaid: true, cancellation);
    }
}
