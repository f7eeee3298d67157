using System.ComponentModel.DataAnnotations;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Elections;

/// <summary>The elections whose results are known, and where the result of another one is begun (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class ElectionsModel(ElectionWork work) : PageModel
{
    [BindProperty, Display(Name = "Day of the election")]
    public DateOnly? Day { get; set; }

    public IReadOnlyList<ElectionRow> Elections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Elections = await work.ListAsync(cancellation);
        Day = await work.LikelyDayAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Day is null && ModelState.GetFieldValidationState(nameof(Day)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(Day), "Enter the day of the election");
        }

        if (ModelState.IsValid)
        {
            var (faults, id) = await work.BeginAsync(Day!.Value, cancellation);
            if (faults.Count == 0)
            {
                return Redirect(Url.Content("~" + MemberLinks.Election(id)));
            }

            ModelState.Take(faults);
        }

        Elections = await work.ListAsync(cancellation);
        return Page();
    }
}
