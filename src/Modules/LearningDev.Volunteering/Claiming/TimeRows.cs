using System.ComponentModel.DataAnnotations;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LearningDev.Volunteering.Claiming;

/// <summary>A day and hours as a form asks for them.</summary>
internal sealed class TimeEntry
{
    [Display(Name = "Date")]
    public DateOnly? Day { get; set; }

    public string? Hours { get; set; }

    public static TimeEntry Of(DayTime day) => new() { Day = day.Day, Hours = Claims.Hours.Number(day.Minutes) };
}

/// <summary>Rows of days and hours of a form, which buttons add and remove.</summary>
internal static class TimeRows
{
    public const string Add = "add";
    public const string Save = "save";

    private const string Remove = "remove-";

    /// <summary>What the button says that removes a row.</summary>
    public static string RemoveAt(int row) => $"{Remove}{row}";

    /// <summary>Adds or removes a row, when that is what the button was for.</summary>
    /// <returns>False for every other button.</returns>
    public static bool Change(List<TimeEntry> rows, string? button, ModelStateDictionary state)
    {
        if (button == Add)
        {
            rows.Add(new TimeEntry());
        }
        else if (button is not null && button.StartsWith(Remove, StringComparison.Ordinal) && int.TryParse(button[Remove.Length..], out var row) && row >= 0 && row < rows.Count)
        {
            rows.RemoveAt(row);
        }
        else
        {
            return false;
        }

        // The rows have other numbers now; what was typed stands in them.
        state.Clear();
        return true;
    }

    /// <summary>Reads the rows that are filled in; what is wrong with one is said beside it.</summary>
    /// <returns>The days, with the number of the row of each.</returns>
    public static (List<DayTime> Days, List<int> Numbers) Read(List<TimeEntry> rows, ModelStateDictionary state)
    {
        List<DayTime> days = [];
        List<int> numbers = [];
        foreach (var (number, row) in rows.Index())
        {
            var (dayKey, hoursKey) = ($"{ClaimRules.Rows}[{number}].{ClaimRules.Day}", $"{ClaimRules.Rows}[{number}].{ClaimRules.HoursField}");
            var isDayWrong = state[dayKey]?.Errors.Count > 0;
            if (row.Day is null && !isDayWrong && string.IsNullOrWhiteSpace(row.Hours))
            {
                continue;
            }

            if (row.Day is null && !isDayWrong)
            {
                state.AddModelError(dayKey, "Enter the date");
            }

            var minutes = Hours.Read(row.Hours);
            if (string.IsNullOrWhiteSpace(row.Hours))
            {
                state.AddModelError(hoursKey, "Enter the hours");
            }
            else if (minutes is null)
            {
                state.AddModelError(hoursKey, "Hours must be a number, for example 2.5");
            }
            else if (row.Day is { } day && !isDayWrong)
            {
                days.Add(new DayTime(day, minutes.Value));
                numbers.Add(number);
            }
        }

        return (days, numbers);
    }

    /// <summary>Says what is wrong, beside the rows as the form numbers them.</summary>
    public static void Refuse(IEnumerable<ClaimFault> faults, List<int> numbers, ModelStateDictionary state)
    {
        foreach (var fault in faults)
        {
            var start = $"{ClaimRules.Rows}[";
            var key = fault.Key.StartsWith(start, StringComparison.Ordinal) && fault.Key.IndexOf(']', StringComparison.Ordinal) is > 0 and var end
                ? $"{start}{numbers[int.Parse(fault.Key[start.Length..end], System.Globalization.CultureInfo.InvariantCulture)]}{fault.Key[end..]}" : fault.Key;
            state.AddModelError(key, fault.Message);
        }
    }
}
