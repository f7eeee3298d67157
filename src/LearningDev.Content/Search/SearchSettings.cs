using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Search;

/// <summary>What councils set differently about searching; the settings section "SearchSettings".</summary>
public sealed class SearchSettings
{
    /// <summary>How many hours pass between two checks of the search index against what is published; 1 or more.</summary>
    [Display(Name = "Time between checks of the search index", Description = "The portal compares what searches find with what is published, and mends what differs")]
    [Range(1, 8760), SettingUnit("hours")]
    public int DriftCheckHours { get; set; } = 24;

    /// <summary>For how many days it is kept how often something was searched for: a year. At least one day.</summary>
    [Display(Name = "How long it is kept what people search for", Description = "Counts by day and words, never by person. Older ones are deleted within a day")]
    [Range(1, 3660), SettingUnit("days"), ProtectedFigure("Retention schedule")]
    public int EvidenceDays { get; set; } = 365;
}
