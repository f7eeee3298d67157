using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Cycle;

/// <summary>Democratic Services record that a step of the cycle is done, for example at a meeting (MEM-07).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class RecordModel(CycleTimeline timeline, CycleSigning signing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public int ElectionYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "step")]
    public string StepKey { get; set; } = "";

    [BindProperty, Display(Name = "When was it done?")]
    public DateOnly? Day { get; set; }

    [BindProperty, Display(Name = "Where it can be read (optional)"), StringLength(CycleDoneRow.ReferenceLength)]
    public string? Reference { get; set; }

    public TimelineStep Step { get; private set; } = null!;

    public string Back => CycleLinks.Of(ElectionYear);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is null)
        {
            return NotFound();
        }

        (Day, Reference) = (Step.Done?.DoneOn, Step.Done?.Reference);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } today)
        {
            return NotFound();
        }

        if (Day is null && ModelState.GetFieldValidationState(nameof(Day)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(Day), "Enter the day");
        }
        else if (Day > today)
        {
            ModelState.AddModelError(nameof(Day), "The day must be today or in the past");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await signing.RecordAsync(ElectionYear, Step.Step, Day!.Value, (Reference ?? "").Trim(), cancellation);
        TempData[PageFrame.Message] = "It is recorded";
        return Redirect(Url.Content("~" + Back));
    }

    private async Task<DateOnly?> FindAsync(CancellationToken cancellation)
    {
        if (await timeline.ReadAsync(ElectionYear, cancellation) is not { } page || page.Steps.FirstOrDefault(one => one.Step.Key == StepKey) is not { } step)
        {
            return null;
        }

        Step = step;
        return page.Today;
    }
}
