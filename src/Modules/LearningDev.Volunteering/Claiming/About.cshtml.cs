using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Volunteering.Claims;
using LearningDev.Volunteering.Opportunities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Claiming;

/// <summary>The first step of a claim, and how a new one is begun: where the person volunteered and what they did (VOL-02).</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class AboutModel(ClaimDrafts drafts, ClaimReviews reviews, Balances balances, ContentItems items, OwnForms forms, CurrentPerson person) : PageModel
{
    private static readonly string[] Fields = ["VolunteeringClaim.Organisation", "VolunteeringClaim.Activity"];

    /// <summary>The claim's id, or <see cref="VolunteeringLinks.NewId"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The opportunity that a new claim comes from; empty for another organisation.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Opportunity { get; set; }

    public OwnForm Form { get; private set; } = null!;

    public Balance Balance { get; private set; } = null!;

    public bool IsNew => Id == VolunteeringLinks.NewId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ItemAsync(take: false, cancellation) is not { } found ? NotFound() : await ShowAsync(found.Item, isPosted: false, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ItemAsync(take: true, cancellation) is not { } found)
        {
            return NotFound();
        }

        foreach (var error in await forms.ReadAsync(found.Item, Fields, Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        if (!ModelState.IsValid || OwnForms.IsOnlyShownAgain(Request.Form))
        {
            return await ShowAsync(found.Item, isPosted: true, cancellation);
        }

        if (found.Draft is { } draft)
        {
            await drafts.SaveTextsAsync(draft, "where and what", cancellation);
            return Redirect(Url.Content("~" + VolunteeringLinks.Check(Id)));
        }

        await drafts.BeginAsync(found.Item, cancellation);
        return Redirect(Url.Content("~" + VolunteeringLinks.Time(found.Item.ContentItemId)));
    }

    private async Task<(ContentItem Item, ClaimDraft? Draft)?> ItemAsync(bool take, CancellationToken cancellation)
    {
        if (IsNew)
        {
            var opportunity = string.IsNullOrEmpty(Opportunity) ? null : await items.FindAsync(Opportunity, VersionChoice.Published, cancellation);
            return (drafts.New(opportunity?.ContentType == nameof(VolunteeringOpportunity) ? opportunity : null), null);
        }

        return await (take ? drafts.TakeAsync(Id, cancellation) : drafts.FindAsync(Id, cancellation)) is { } draft ? (draft.Item, draft) : null;
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, bool isPosted, CancellationToken cancellation)
    {
        Form = await forms.ShowAsync(item, Fields, isPosted ? Request.Form : null, cancellation);
        Balance = await balances.OfAsync(person.Id!, (await reviews.RulesAsync(cancellation)).Year, IsNew ? null : Id, cancellation);
        return Page();
    }
}
