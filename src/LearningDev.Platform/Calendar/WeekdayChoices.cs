using System.Globalization;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Calendar;

/// <summary>The days of the week from Monday on.</summary>
internal sealed class WeekdayChoices : ISettingChoices
{
    public static IEnumerable<DayOfWeek> FromMonday => Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7));

    public Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SettingChoice>>(
        [.. FromMonday.Select(day => new SettingChoice(CultureInfo.GetCultureInfo("en-GB").DateTimeFormat.GetDayName(day), day.ToString()))]);
}
