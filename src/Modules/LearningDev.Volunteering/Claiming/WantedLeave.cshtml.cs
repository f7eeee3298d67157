using LearningDev.Platform.Permissions;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Claiming;

/// <summary>The fourth step of a claim: how much leave the person wants, and when (VOL-02).</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class WantedLeaveModel(ClaimDrafts drafts, ClaimReviews reviews) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Hours { get; set; }

    [BindProperty]
    public List<TimeEntry> Rows { get; set; } = [];

    /// <summary>The button that was pressed.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public ClaimReview Review { get; private set; } = null!;

    /// <summary>The most leave that the claim can ask for, in minutes.</summary>
    public int Most => Math.Min(Allowance.Matched(Review.Rules.Rules, Review.Claim.OwnMinutes), Review.Balance.Left);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        Review = await reviews.OfAsync(draft.Row, cancellation);
        var wanted = draft.Row.LeaveMinutes > 0 ? draft.Row.LeaveMinutes : Most;
        Hours = wanted > 0 ? Claims.Hours.Number(wanted) : null;
        Rows = [.. Review.Planned.Select(TimeEntry.Of)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (Rows.Count > ClaimRules.MostRows)
        {
            ModelState.AddModelError("", $"A claim can have {ClaimRules.MostRows} days");
        }
        else if (!TimeRows.Change(Rows, Act, ModelState))
        {
            var (days, numbers) = TimeRows.Read(Rows, ModelState);
            var wanted = Claims.Hours.Read(Hours);
            if (wanted is null)
            {
                ModelState.AddModelError(nameof(Hours), string.IsNullOrWhiteSpace(Hours) ? "Enter the hours of leave" : "Hours of leave must be a number, for example 7.4");
            }

            if (ModelState.IsValid)
            {
                var faults = await drafts.SaveLeaveAsync(draft, wanted!.Value, days, cancellation);
                if (faults.Count == 0)
                {
                    return Redirect(Url.Content("~" + VolunteeringLinks.Check(Id)));
                }

                TimeRows.Refuse(faults, numbers, ModelState);
            }
        }

        Review = await reviews.OfAsync(draft.Row, cancellation);
        return Page();
    }
}
