using LearningDev.Platform.Permissions;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Claiming;

/// <summary>The second step of a claim: the days and hours of own time (VOL-02).</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class TimeModel(ClaimDrafts drafts, ClaimReviews reviews) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public List<TimeEntry> Rows { get; set; } = [];

    /// <summary>The button that was pressed.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public ClaimRules Rules { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is null)
        {
            return NotFound();
        }

        Rows = [.. (await drafts.OwnTimeAsync(Id, cancellation)).Select(TimeEntry.Of)];
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (Rows.Count > ClaimRules.MostRows)
        {
            ModelState.AddModelError("", $"A claim can have {ClaimRules.MostRows} days. Make another claim for the rest");
        }
        else if (!TimeRows.Change(Rows, Act, ModelState))
        {
            var (days, numbers) = TimeRows.Read(Rows, ModelState);
            if (ModelState.IsValid)
            {
                var faults = await drafts.SaveOwnTimeAsync(draft, days, cancellation);
                if (faults.Count == 0)
                {
                    return Redirect(Url.Content("~" + (draft.Row.LeaveMinutes > 0 ? VolunteeringLinks.Check(Id) : VolunteeringLinks.Learning(Id))));
                }

                TimeRows.Refuse(faults, numbers, ModelState);
            }
        }

        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (Rows.Count == 0)
        {
            Rows.Add(new TimeEntry());
        }

        Rules = await reviews.RulesAsync(cancellation);
        return Page();
    }
}
