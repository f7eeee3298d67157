using System.Globalization;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Mine;

/// <summary>The person's record of volunteering: what they have in leave years, their claims, and the skills that they have used (VOL-03). It can be printed.</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class MineModel(OwnVolunteering own, WorkingCalendar calendar) : PageModel
{
    public OwnPage Own { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        Own = await own.PageAsync(int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
        Today = await calendar.TodayAsync();
    }

    public string UrlOfPage(int page) => Url.Content("~" + VolunteeringLinks.Mine) + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?p={page}") : "");
}
