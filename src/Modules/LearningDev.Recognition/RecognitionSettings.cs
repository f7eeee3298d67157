using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Recognition;

/// <summary>What councils set differently about the recognition wall (REC-01); the settings section "RecognitionSettings".</summary>
internal sealed class RecognitionSettings
{
    /// <summary>Whether a moderator reads each celebration before others do.</summary>
    [Display(Name = "A moderator reads every celebration first", Description = "Otherwise a celebration is on the wall at once, and people can report it")]
    public bool ModerateFirst { get; set; }

    /// <summary>By how many people a celebration must be reported to leave the wall until a moderator has read it.</summary>
    [Display(Name = "Reports that take a celebration off the wall", Description = "Until a moderator has read it"), Range(1, 100), SettingUnit("reports")]
    public int ReportsThatHide { get; set; } = 2;

    /// <summary>How many celebrations somebody can write in one day.</summary>
    [Display(Name = "Celebrations that a person can write", Description = "So that nobody fills the wall alone"), Range(1, 1000), SettingUnit("a day")]
    public int CelebrationsPerDay { get; set; } = 10;

    /// <summary>Whether the person who is celebrated is told; how, the person chooses.</summary>
    [Display(Name = "Tell people that they are celebrated", Description = "When the celebration is on the wall. Each person chooses how")]
    public bool TellByEmail { get; set; } = true;
}
