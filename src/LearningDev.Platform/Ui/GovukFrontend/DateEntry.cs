using System.Globalization;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>A part of a date, by the name of its field.</summary>
public enum DatePart
{
    /// <summary>The day of the month.</summary>
    Day,

    /// <summary>The month.</summary>
    Month,

    /// <summary>The year.</summary>
    Year,
}

/// <summary>
/// What a person typed into the three fields of a date. A month may be its name or the first three letters of it. What is said of
/// wrong dates follows the date input page of the GOV.UK Design System.
/// </summary>
/// <param name="Day">What was typed as the day.</param>
/// <param name="Month">What was typed as the month.</param>
/// <param name="Year">What was typed as the year.</param>
public sealed record DateEntry(string? Day, string? Month, string? Year)
{
    private static readonly DatePart[] All = Enum.GetValues<DatePart>();

    /// <summary>True when nothing was typed.</summary>
    public bool IsEmpty => Missing.Count == All.Length;

    /// <summary>The date, if there is one.</summary>
    public DateOnly? Date =>
        YearNumber is { } year && MonthNumber is { } month && NumberOf(Day) is { } day && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The fields to be put right: none of a real date, all where it cannot be said which.</summary>
    public IReadOnlyList<DatePart> WrongParts
    {
        get
        {
            var wrong = Missing.Count > 0 ? Missing : [.. All.Where(IsWrong)];
            return wrong.Count > 0 || Date is not null ? wrong : All;
        }
    }

    private List<DatePart> Missing => [.. All.Where(part => string.IsNullOrWhiteSpace(TextOf(part)))];

    private int? YearNumber => Year?.Trim().Length == 4 ? NumberOf(Year) : null;

    private int? MonthNumber
    {
        get
        {
            var months = CultureInfo.InvariantCulture.DateTimeFormat;
            var typed = Month?.Trim();
            var named = Enumerable.Range(1, 12).FirstOrDefault(month =>
                string.Equals(months.GetMonthName(month), typed, StringComparison.OrdinalIgnoreCase)
                || string.Equals(months.GetAbbreviatedMonthName(month), typed, StringComparison.OrdinalIgnoreCase));
            return named > 0 ? named : NumberOf(typed) is { } number and <= 12 ? number : null;
        }
    }

    /// <summary>What is wrong, or null.</summary>
    /// <param name="name">What the date is of, as a sentence begins: "Date of review".</param>
    public string? Error(string name) =>
        Date is not null ? null
        : IsEmpty ? $"Enter {DisplayNames.InSentence(name)}"
        : Missing.Count > 0 ? $"{name} must include a {string.Join(" and ", Missing.Select(part => part.ToString().ToLowerInvariant()))}"
        : WrongParts is [DatePart.Year] && NumberOf(Year) is not null ? "Year must include 4 numbers"
        : $"{name} must be a real date";

    /// <summary>What was typed into a field.</summary>
    public string? TextOf(DatePart part) => part switch { DatePart.Day => Day, DatePart.Month => Month, _ => Year };

    private bool IsWrong(DatePart part) => part switch
    {
        DatePart.Day => NumberOf(Day) is null or > 31,
        DatePart.Month => MonthNumber is null,
        _ => YearNumber is null,
    };

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
