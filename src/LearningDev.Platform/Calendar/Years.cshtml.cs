using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Calendar;

[RequiresPermission("ManageSettings")]
internal sealed class YearsModel(ISettings settings, WorkingCalendar calendar) : PageModel
{
    private static readonly int[] Examples = [1, 5, 10, 20];

    public DateOnly Today { get; private set; }

    public DateOnly KnownUntil { get; private set; }

    public IReadOnlyList<(string Name, NamedYear Year)> Years { get; private set; } = [];

    public IReadOnlyList<DateOnly> AnnualMeetings { get; private set; } = [];

    /// <summary>Days of the coming year on which the council is closed although the weekday is worked.</summary>
    public IReadOnlyList<(DateOnly Date, string Name)> ClosedDays { get; private set; } = [];

    public IReadOnlyList<(int Count, DateOnly Day, string? Doubt)> Deadlines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = await calendar.TodayAsync();
        var section = await settings.GetAsync<CalendarSettings>(cancellation);
        var holidays = BankHolidays.Of(section.Nation);
        KnownUntil = holidays.KnownUntil;
        Years =
        [
            ("Leave year", await calendar.LeaveYearAsync(Today, cancellation)),
            ("Financial year", await calendar.FinancialYearAsync(Today, cancellation)),
            ("Municipal year", await calendar.MunicipalYearAsync(Today, cancellation)),
            ("Electoral cycle", await calendar.ElectoralCycleAsync(Today, cancellation)),
        ];
        AnnualMeetings = [.. Enumerable.Range(Today.Year, 5).Select(year => NamedYear.AnnualMeeting(section, year))];
        ClosedDays =
        [
            .. holidays.Days.Select(day => (day.Date, day.Name)).Concat(section.ClosedDays.Select(day => (day.Date, day.Name)))
                .Where(day => day.Date >= Today && day.Date < Today.AddYears(1)).OrderBy(day => day.Date),
        ];
        var working = await calendar.WorkingDaysAsync(cancellation);
        Deadlines = [.. Examples.Select(count => (count, working.AddWorkingDays(Today, count))).Select(example => (example.count, example.Item2, working.Doubt(example.Item2)))];
    }
}
