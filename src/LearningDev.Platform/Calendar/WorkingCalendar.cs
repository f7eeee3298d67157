using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Calendar;

/// <summary>The council's working days and years, as the settings say.</summary>
public sealed class WorkingCalendar(ISettings settings, DateWords dates, TimeProvider time)
{
    /// <summary>Today in the portal's time zone.</summary>
    public async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));

    /// <summary>The council's working days.</summary>
    public async Task<WorkingDays> WorkingDaysAsync(CancellationToken cancellation = default)
    {
        var calendar = await settings.GetAsync<CalendarSettings>(cancellation);
        var holidays = BankHolidays.Of(calendar.Nation);
        return new WorkingDays(
            calendar.WorkingWeekdays, holidays.Days.Select(day => day.Date).Concat(calendar.ClosedDays.Select(day => day.Date)), holidays.KnownUntil);
    }

    /// <summary>The leave year of a day.</summary>
    public async Task<NamedYear> LeaveYearAsync(DateOnly day, CancellationToken cancellation = default) =>
        NamedYear.Of((await settings.GetAsync<CalendarSettings>(cancellation)).LeaveYearStart, day);

    /// <summary>The financial year of a day.</summary>
    public async Task<NamedYear> FinancialYearAsync(DateOnly day, CancellationToken cancellation = default) =>
        NamedYear.Of((await settings.GetAsync<CalendarSettings>(cancellation)).FinancialYearStart, day);

    /// <summary>The municipal year of a day.</summary>
    public async Task<NamedYear> MunicipalYearAsync(DateOnly day, CancellationToken cancellation = default) =>
        NamedYear.Municipal(await settings.GetAsync<CalendarSettings>(cancellation), day);

    /// <summary>The electoral cycle of a day.</summary>
    public async Task<NamedYear> ElectoralCycleAsync(DateOnly day, CancellationToken cancellation = default) =>
        NamedYear.Electoral(await settings.GetAsync<CalendarSettings>(cancellation), day);
}
