using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Calendar;

/// <summary>When years begin and which days are worked; the settings section "CalendarSettings" (ADM-01).</summary>
public sealed class CalendarSettings : IValidatableObject
{
    /// <summary>Whose bank holidays count.</summary>
    [Display(Name = "Bank holidays", Description = "Whose bank holidays the council keeps", GroupName = "Working days")]
    public Nation Nation { get; set; } = Nation.EnglandAndWales;

    /// <summary>The days of the week that are worked.</summary>
    [Display(Name = "Days of the week that are worked", GroupName = "Working days", Description = "Deadlines in working days count these, without bank holidays and closed days")]
    [Required, ChosenFrom(typeof(WeekdayChoices))]
    public List<DayOfWeek> WorkingWeekdays { get; set; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Days on which the council is closed besides bank holidays.</summary>
    [Display(Name = "Closed days", ShortName = "Closed day", GroupName = "Working days", Description = "Days on which the council is closed besides bank holidays, such as between Christmas and the new year")]
    [MaxLength(200)]
    public List<ClosedDay> ClosedDays { get; set; } = [];

    /// <summary>The first day of the leave year.</summary>
    [Display(Name = "Start of the leave year", GroupName = "Years", Description = "What people have in a year, such as days of leave, counts from this day. For example, 1 4")]
    [ProtectedFigure("Leave policy")]
    public DayMonth LeaveYearStart { get; set; } = new(4, 1);

    /// <summary>The first day of the financial year (Local Government Finance Act 1992: 1 April).</summary>
    [Display(Name = "Start of the financial year", GroupName = "Years", Description = "Money counts from this day. For example, 1 4")]
    [ProtectedFigure("Financial regulations")]
    public DayMonth FinancialYearStart { get; set; } = new(4, 1);

    /// <summary>Which of the chosen weekdays of May the annual meeting of the council usually is, from 1 to 4: the third.</summary>
    [Display(Name = "Week of May in which the annual meeting usually is", GroupName = "Years of the council", Description = "1 for the first such day of May, up to 4 for the fourth. The municipal year begins with the annual meeting")]
    [Range(1, 4), ProtectedFigure("Constitution of the council")]
    public int AnnualMeetingWeek { get; set; } = 3;

    /// <summary>The day of the week of the annual meeting.</summary>
    [Display(Name = "Day of the week of the annual meeting", GroupName = "Years of the council"), ChosenFrom(typeof(WeekdayChoices))]
    [ProtectedFigure("Constitution of the council")]
    public DayOfWeek AnnualMeetingWeekday { get; set; } = DayOfWeek.Wednesday;

    /// <summary>Annual meetings on another day than usual.</summary>
    [Display(Name = "Annual meetings on another day", ShortName = "Annual meeting", GroupName = "Years of the council", Description = "Where a year's meeting is not on the usual day. In a year with an election it is often later")]
    [MaxLength(50)]
    public List<AnnualMeeting> AnnualMeetings { get; set; } = [];

    /// <summary>The day of an election of the whole council. Later ones are on the first Thursday in May, every <see cref="ElectionEveryYears"/> years.</summary>
    [Display(Name = "Day of an election of the whole council", GroupName = "Years of the council", Description = "The latest one, or the first one that the portal should know. The electoral cycle begins on it")]
    public DateOnly ElectionDay { get; set; } = new(2023, 5, 4);

    /// <summary>How many years an electoral cycle has: 4 (Local Government Act 1972, section 7).</summary>
    [Display(Name = "Years between elections", GroupName = "Years of the council"), Range(1, 10), SettingUnit("years"), ProtectedFigure("Constitution of the council")]
    public int ElectionEveryYears { get; set; } = 4;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, day) in new[] { (nameof(LeaveYearStart), LeaveYearStart), (nameof(FinancialYearStart), FinancialYearStart) })
        {
            if (!day.IsReal || day == new DayMonth(2, 29))
            {
                yield return new ValidationResult("A year cannot begin on 29 February, which most years do not have. Choose 28 February or 1 March", [name]);
            }
        }

        foreach (var (row, day) in ClosedDays.Index())
        {
            if (ClosedDays.Take(row).Any(other => other.Date == day.Date))
            {
                yield return new ValidationResult("Date is there twice", [$"{nameof(ClosedDays)}[{row}].{nameof(ClosedDay.Date)}"]);
            }
        }

        foreach (var (row, meeting) in AnnualMeetings.Index())
        {
            var field = $"{nameof(AnnualMeetings)}[{row}].{nameof(AnnualMeeting.Date)}";
            if (meeting.Date.Month is < 3 or > 6)
            {
                yield return new ValidationResult("Date of an annual meeting must be from March to June", [field]);
            }
            else if (AnnualMeetings.Take(row).Any(other => other.Date.Year == meeting.Date.Year))
            {
                yield return new ValidationResult($"The annual meeting of {meeting.Date.Year} is there twice", [field]);
            }
        }

        if (ElectionDay.Year is < 1970 or > 2100)
        {
            yield return new ValidationResult("Year of the election must be between 1970 and 2100", [nameof(ElectionDay)]);
        }
    }
}

/// <summary>The parts of the United Kingdom that have bank holidays of their own.</summary>
public enum Nation
{
    /// <summary>England and Wales.</summary>
    [Display(Name = "England and Wales")]
    EnglandAndWales,

    /// <summary>Scotland.</summary>
    [Display(Name = "Scotland")]
    Scotland,

    /// <summary>Northern Ireland.</summary>
    [Display(Name = "Northern Ireland")]
    NorthernIreland,
}

/// <summary>A day on which the council is closed.</summary>
public sealed class ClosedDay
{
    /// <summary>What the day is called.</summary>
    [Display(Name = "Name"), Required, StringLength(100)]
    public string Name { get; set; } = "";

    /// <summary>The day.</summary>
    [Display(Name = "Date")]
    public DateOnly Date { get; set; }
}

/// <summary>The annual meeting of a year that is not on the usual day.</summary>
public sealed class AnnualMeeting
{
    /// <summary>The day.</summary>
    [Display(Name = "Date")]
    public DateOnly Date { get; set; }
}
