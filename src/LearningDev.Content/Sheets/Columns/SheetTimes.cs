using System.Globalization;
using LearningDev.Content.Editing.Fields;
using LearningDev.Content.Sheets.Files;

namespace LearningDev.Content.Sheets.Columns;

/// <summary>Reads days and times as people and spreadsheet programs write them in the United Kingdom: the day before the month.</summary>
public static class SheetTimes
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] DayForms =
        ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy-MM-ddTHH:mm:ssZ", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "dddd d MMMM yyyy"];

    private static readonly string[] MomentForms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>A day out of "2027-03-31", "31/3/2027" or "31 March 2027"; null when it is none.</summary>
    public static DateOnly? Day(string text) =>
        DateTime.TryParseExact(text.Trim(), DayForms, British, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day)

        // "Sep": in British English the month is "Sept" for short, and spreadsheet programs do not know.
        || DateTime.TryParseExact(text.Trim(), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out day)
            ? DateOnly.FromDateTime(day)
            : null;

    internal static DateOnly? Day(SheetCell cell) => cell.Kind switch
    {
        CellKind.Number => Serial(cell) is { } moment ? DateOnly.FromDateTime(moment) : null,
        CellKind.Moment => Day(cell.Text[..10]),
        _ => Day(cell.Text) ?? (Moment(cell) is { Kind: DateTimeKind.Unspecified } moment ? DateOnly.FromDateTime(moment) : null),
    };

    /// <summary>A moment: in UTC where the cell says so, else as the clock on the wall shows it; null when it is none.</summary>
    internal static DateTime? Moment(SheetCell cell)
    {
        var text = cell.Text.Trim();
        if (cell.Kind == CellKind.Number)
        {
            return Serial(cell);
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var utc))
        {
            return utc;
        }

        if (DateTime.TryParseExact(text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return moment;
        }

        // "31/3/2027 2:30pm", "31 March 2027 at 14:30": the day goes as far as a day can be read.
        var words = text.Replace(" at ", " ", StringComparison.OrdinalIgnoreCase).Replace(", ", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length; count > 0; count--)
        {
            if (Day(string.Join(' ', words.Take(count))) is { } day)
            {
                return count == words.Length ? day.ToDateTime(TimeOnly.MinValue)
                    : TimeFieldEditor.Read(string.Concat(words.Skip(count))) is { } time ? day.ToDateTime(time)
                    : null;
            }
        }

        return null;
    }

    internal static TimeOnly? Time(SheetCell cell) =>
        cell.Kind == CellKind.Number ? Serial(cell) is { } moment ? TimeOnly.FromDateTime(moment) : null : TimeFieldEditor.Read(cell.Text.Trim());

    private static DateTime? Serial(SheetCell cell) =>
        double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) ? XlsxCells.MomentOf(serial) : null;
}
