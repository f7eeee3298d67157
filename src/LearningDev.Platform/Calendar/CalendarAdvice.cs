using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Calendar;

/// <summary>Says in time that the bank holidays that are shipped with the portal come to an end.</summary>
internal sealed class CalendarAdvice(ISettings settings, WorkingCalendar calendar) : ISettingsAdvice
{
    public Type Section => typeof(CalendarSettings);

    public async Task<SettingsAdvice> AdviseAsync(CancellationToken cancellation)
    {
        var until = BankHolidays.Of((await settings.GetAsync<CalendarSettings>(cancellation)).Nation).KnownUntil;
        var isSoon = await calendar.TodayAsync() > until.AddYears(-1);
        return new SettingsAdvice(
            isSoon
                ? [$"The portal knows bank holidays up to {DateWords.Day(until)}. Ask who operates it for a newer version, or enter later bank holidays as closed days: until then it counts them as working days."]
                : [],
            "What these settings mean: years, bank holidays and closed days",
            "/admin/settings/calendar/years");
    }
}
