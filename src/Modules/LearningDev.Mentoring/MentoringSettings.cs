using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Mentoring;

/// <summary>What counts how much when mentees and mentors are matched (MEN-01); the settings section "MentoringSettings".</summary>
internal sealed class MentoringSettings
{
    private const string Matching = "Matching";
    private const string Choosing = "Choosing";

    /// <summary>For each theme that both named.</summary>
    [Display(Name = "For each theme that both named", GroupName = Matching), Range(0, 1000), SettingUnit("points")]
    public int ThemePoints { get; set; } = 10;

    /// <summary>How many shared themes count.</summary>
    [Display(Name = "Shared themes that count at most", GroupName = Matching), Range(1, 20), SettingUnit("themes")]
    public int MostThemes { get; set; } = 3;

    /// <summary>When the mentee asked for the mentor by name.</summary>
    [Display(Name = "When the mentee asked for the mentor by name", GroupName = Matching), Range(0, 1000), SettingUnit("points")]
    public int MenteeWishPoints { get; set; } = 25;

    /// <summary>When the mentor asked for the mentee by name.</summary>
    [Display(Name = "When the mentor asked for the mentee by name", GroupName = Matching), Range(0, 1000), SettingUnit("points")]
    public int MentorWishPoints { get; set; } = 15;

    /// <summary>For a language besides English that both speak.</summary>
    [Display(Name = "For a language besides English that both speak", GroupName = Matching), Range(0, 1000), SettingUnit("points")]
    public int LanguagePoints { get; set; } = 5;

    /// <summary>For each day on which both are free.</summary>
    [Display(Name = "For each day on which both are free", GroupName = Matching), Range(0, 1000), SettingUnit("points")]
    public int DayPoints { get; set; } = 2;

    /// <summary>How many shared days count.</summary>
    [Display(Name = "Shared days that count at most", GroupName = Matching), Range(1, 7), SettingUnit("days")]
    public int MostDays { get; set; } = 2;

    /// <summary>When both can meet in the same way.</summary>
    [Display(Name = "When both can meet in the same way or place", GroupName = Matching), Range(0, 1000), SettingUnit("points")]
    public int PlacePoints { get; set; } = 5;

    /// <summary>When their role levels are as the kind of the programme has them; half of it when they nearly are.</summary>
    [Display(
        Name = "When their role levels suit the kind of programme", GroupName = Matching,
        Description = "Mentoring: the mentor is one to three levels above. Reverse mentoring: two or more levels more junior. Peer mentoring: the same level. Half the points when it is nearly so")]
    [Range(0, 1000), SettingUnit("points")]
    public int LevelPoints { get; set; } = 10;

    /// <summary>When they work in different directorates.</summary>
    [Display(Name = "When they work in different directorates", GroupName = Matching), Range(0, 1000), SettingUnit("points")]
    public int OtherDirectoratePoints { get; set; } = 5;

    /// <summary>How many mentors a mentee can ask at once in a programme that is open all year.</summary>
    [Display(Name = "Mentors whom a mentee can ask at once", GroupName = Choosing, Description = "In programmes in which mentees choose themselves"), Range(1, 10), SettingUnit("mentors")]
    public int MostAsked { get; set; } = 3;

    /// <summary>How many mentees a mentor can take.</summary>
    [Display(Name = "Mentees whom a mentor can take at most", GroupName = Choosing), Range(1, 50), SettingUnit("mentees")]
    public int MostMentees { get; set; } = 5;
}
