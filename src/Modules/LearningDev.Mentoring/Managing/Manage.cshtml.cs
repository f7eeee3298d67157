using System.Globalization;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Mentoring.Managing;

/// <summary>All programmes with how many take part, for HR (MEN-01).</summary>
[RequiresPermission("ManageMentoring")]
internal sealed class ManageModel(ManagedProgrammes programmes, WorkingCalendar calendar) : PageModel
{
    public Lines<ManagedProgramme> List { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        List = await programmes.PageAsync(int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
        Today = await calendar.TodayAsync();
    }

    public string UrlOfPage(int page) => Url.Content("~" + MentoringLinks.Manage) + string.Create(CultureInfo.InvariantCulture, $"?p={page}");
}
