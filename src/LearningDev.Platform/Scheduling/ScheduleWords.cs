using System.Globalization;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Scheduling;

/// <summary>Says a cron expression of Quartz in words, for example "Every day at 2:30am". What it has no words for, it gives as it stands.</summary>
internal static class ScheduleWords
{
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] ShortDays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>Says when a job runs.</summary>
    /// <param name="expression">Six or seven fields: seconds, minutes, hours, day of the month, month, day of the week, year.</param>
    public static string Of(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is [_, var minutes, var hours, var day, "*", var weekday, ..] && (fields.Length == 6 || fields is [.., "*"])
            && TimeOf(minutes, hours) is { } time && DayOf(day, weekday) is { } days
            ? $"{days} {time}".Replace("Every day every", "Every", StringComparison.Ordinal)
            : $"By the expression {expression}";
    }

    private static string? TimeOf(string minutes, string hours)
    {
        if (Number(minutes, 59) is { } minute)
        {
            return hours == "*" ? minute == 0 ? "every hour" : $"every hour at {minute} {(minute == 1 ? "minute" : "minutes")} past"
                : Step(hours) is { } everyHours ? $"every {everyHours} hours"
                : hours.Split(',').Select(hour => Number(hour, 23)).ToList() is var list && list.TrueForAll(hour => hour is not null)
                    ? $"at {Joined([.. list.Select(hour => DateWords.Time(new TimeOnly(hour!.Value, minute)))])}"
                    : null;
        }

        return hours != "*" ? null : minutes == "*" ? "every minute" : Step(minutes) is { } everyMinutes ? $"every {everyMinutes} minutes" : null;
    }

    private static string? DayOf(string day, string weekday) => (day, weekday) switch
    {
        ("*" or "?", "*" or "?") => "Every day",
        ("*" or "?", "MON-FRI" or "2-6") => "Monday to Friday",
        ("*" or "?", _) => weekday.Split(',').Select(WeekdayOf).ToList() is var named && named.TrueForAll(name => name is not null)
            ? $"Every {Joined([.. named.Select(name => name!)])}"
            : null,
        ("L", "?" or "*") => "On the last day of the month",
        (_, "?" or "*") => Number(day, 31) is { } date and > 0 ? $"On day {date} of the month" : null,
        _ => null,
    };

    private static string? WeekdayOf(string text) =>
        Array.IndexOf(ShortDays, text.ToUpperInvariant()) is var named and >= 0 ? Days[named]
        : Number(text, 7) is { } number and > 0 ? Days[number - 1]
        : null;

    private static string Joined(IReadOnlyList<string> words) => words.Count < 2 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    private static int? Step(string field) => field.Split('/') is ["0" or "*", var step] && Number(step, 59) is { } number and > 1 ? number : null;

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
