using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Volunteering;

/// <summary>How much paid leave people get for volunteering in their own time, and what counts (VOL-02); the settings section "VolunteeringSettings".</summary>
internal sealed class VolunteeringSettings
{
    private const string Leave = "Leave";
    private const string OwnTime = "Own time";

    /// <summary>The most working days of leave in a leave year, for somebody who works full time all year.</summary>
    [Display(Name = "Leave for volunteering", GroupName = Leave, Description = "The most that somebody can have in a leave year who works full time all year")]
    [Range(0, 30), SettingUnit("working days"), ProtectedFigure("Employee volunteering policy")]
    public decimal DaysAYear { get; set; } = 2;

    /// <summary>The hours of a full working day.</summary>
    [Display(Name = "Hours in a full working day", GroupName = Leave), Range(1, 24), SettingUnit("hours"), ProtectedFigure("Employee volunteering policy")]
    public decimal HoursADay { get; set; } = 7.4m;

    /// <summary>How many hours of leave an hour of own time brings.</summary>
    [Display(Name = "Leave for an hour of own time", GroupName = Leave, Description = "1 matches own time hour for hour"), Range(0.1, 10), SettingUnit("hours"), ProtectedFigure("Employee volunteering policy")]
    public decimal MatchRatio { get; set; } = 1;

    /// <summary>Whether those who work part time have their share.</summary>
    [Display(Name = "People who work part time have their share of it", GroupName = Leave)]
    public bool ProRata { get; set; } = true;

    /// <summary>Whether those who start or leave in a leave year have their share.</summary>
    [Display(Name = "People who start or leave during a leave year have their share of it", GroupName = Leave)]
    public bool PartYear { get; set; } = true;

    /// <summary>To how many minutes a share is rounded up; it is never more than the whole.</summary>
    [Display(Name = "Shares are rounded up to", GroupName = Leave, Description = "30 for the next half hour. A share is never more than the whole"), Range(1, 480), SettingUnit("minutes")]
    public int RoundToMinutes { get; set; } = 30;

    /// <summary>The smallest piece of own time and of leave, in minutes.</summary>
    [Display(Name = "Smallest piece of time", GroupName = Leave, Description = "Own time and leave are counted in pieces of it. Whole working days, and all that is left, can always be taken"), Range(1, 240), SettingUnit("minutes")]
    public int SmallestMinutes { get; set; } = 15;

    /// <summary>How many months after the end of a leave year its agreed leave can still be taken; 0 for none.</summary>
    [Display(Name = "Agreed leave can be taken after the end of the leave year for", GroupName = Leave, Description = "0 when it lapses at the end of the year"), Range(0, 11), SettingUnit("months")]
    public int CarryOverMonths { get; set; }

    /// <summary>How many months back own time counts; 0 for what lies in the same leave year.</summary>
    [Display(Name = "How far back own time counts", GroupName = OwnTime, Description = "0 when it must lie in the leave year in which it is claimed"), Range(0, 36), SettingUnit("months")]
    public int OwnTimeMonths { get; set; }

    /// <summary>A full working day in minutes.</summary>
    internal int DayMinutes => (int)decimal.Round(HoursADay * 60, MidpointRounding.AwayFromZero);
}
