using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Settings;

namespace LearningDev.MembersHub.Budgets;

/// <summary>The years of members' budgets.</summary>
internal enum BudgetYear
{
    /// <summary>The financial year.</summary>
    [Display(Name = "Financial year")]
    Financial,

    /// <summary>From one annual meeting of the council to the next.</summary>
    [Display(Name = "Municipal year")]
    Municipal,
}

/// <summary>What each member has for their own training in a year (MEM-04); the settings section "MemberBudgetSettings".</summary>
internal sealed class MemberBudgetSettings
{
    private const string Strategy = "Member learning and development strategy";
    private const string Each = "Each member’s own budget";

    /// <summary>What a member has in a full year, in pounds. The strategy (4.7) leaves the figure open; 500.00 is a beginning.</summary>
    [Display(Name = "Allocation for a year", GroupName = Each, Description = "The strategy leaves the figure open. Budgets that are open already keep theirs; Democratic Services can adjust each")]
    [Range(0, 1000000), SettingUnit("£"), ProtectedFigure(Strategy)]
    public decimal YearlyAllocation { get; set; } = 500.00m;

    /// <summary>The year for which it is given.</summary>
    [Display(Name = "Year of the budgets", GroupName = Each)]
    public BudgetYear Year { get; set; } = BudgetYear.Financial;

    /// <summary>Whether a member who begins during the year, as after a by-election, has their share of it.</summary>
    [Display(Name = "Members who begin during the year have their share of it", GroupName = Each, Description = "For example after a by-election")]
    public bool ProRata { get; set; } = true;

    /// <summary>Up to how many days after the beginning of the year a member has the whole of it: 62, so that an election in May counts as the beginning of a financial year.</summary>
    [Display(Name = "The whole year for those who begin within", GroupName = Each, Description = "Of the first day of the year, so that an election in May does not shorten the financial year’s budget"), Range(0, 365), SettingUnit("days")]
    public int WholeWithinDays { get; set; } = 62;

    /// <summary>Whether co-opted members have a budget, too. The strategy (1.3) is for all members.</summary>
    [Display(Name = "Co-opted members have a budget, too", GroupName = Each)]
    public bool CoOptedToo { get; set; } = true;

    /// <summary>The council's whole budget for developing members in a year, in pounds; 0 as long as it is not set. The strategy (5.1) leaves the figure open.</summary>
    [Display(Name = "The whole member training budget of a year", GroupName = "All members together", Description = "Members’ own budgets are a part of it. 0 while it is not decided"), Range(0, 100000000), SettingUnit("£"), ProtectedFigure(Strategy)]
    public decimal WholeBudget { get; set; }

    /// <summary>What a member is given for a year, in pence.</summary>
    /// <param name="year">The year.</param>
    /// <param name="firstDay">The member's first day in office; before the year for those who were members already.</param>
    public long AllocationPence(NamedYear year, DateOnly firstDay)
    {
        var late = firstDay.DayNumber - year.Start.DayNumber;
        if (!ProRata || late <= WholeWithinDays)
        {
            return Pence.Of(YearlyAllocation);
        }

        var days = year.End.DayNumber - year.Start.DayNumber + 1;
        return Pence.Of(YearlyAllocation * Math.Max(0, days - late) / days);
    }
}
