using System.Globalization;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Budgets.Own;

/// <summary>One's own budget: what is allocated, committed, spent and left, with every movement (MEM-04).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class OwnBudgetModel(BudgetReading reading, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? ChosenYear { get; set; }

    public BudgetView? Budget { get; private set; }

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public string Year => Budget is null ? "" : Words(Budget.Year.Start);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var years = await reading.YearsOfAsync(person.Id!, cancellation);
        Years = [.. years.Select(year => new SelectListItem(year.Name, Words(year.Start)))];
        if ((years.FirstOrDefault(year => Words(year.Start) == ChosenYear) ?? (years.Count > 0 ? years[0] : null)) is { } chosen)
        {
            Budget = await reading.FindAsync(person.Id!, chosen, cancellation);
        }
    }

    private static string Words(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
