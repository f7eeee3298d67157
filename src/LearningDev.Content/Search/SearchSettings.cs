using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Search;

/// <summary>What councils set differently about searching; the settings section "SearchSettings".</summary>
public sealed class SearchSettings
{
    /// <summary>How many titles are suggested at most while somebody types; from 1 to 20.</summary>
    [Display(Name = "Titles suggested while somebody types", Description = "At most. More than a screen of them helps nobody")]
    [Range(1, 20), SettingUnit("titles")]
    public int SuggestedTitles { get; set; } = 8;

    /// <summary>For how many days it is kept how often something was searched for: a year. At least one day.</summary>
    [Display(Name = "How long it is kept what people search for", Description = "Counts by day and words, never by person. Older ones are deleted within a day")]
    [Range(1, 3660), SettingUnit("days"), ProtectedFigure("Retention schedule")]
    public int EvidenceDays { get; set; } = 365;
}
