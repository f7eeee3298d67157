using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Editing.Bulk;

/// <summary>Limits of changes to many items together; the settings section "BulkSettings".</summary>
public sealed class BulkSettings
{
    /// <summary>How many items may be changed together, from 100 to 100,000.</summary>
    [Display(Name = "Most items at once", Description = "How many items editors may change together"), Range(100, 100_000), SettingUnit("items")]
    public int MostItems { get; set; } = 5000;

    /// <summary>How many days it is kept what came of a change, from 1 to 365. What was not confirmed goes after a day.</summary>
    [Display(Name = "How long results are kept", Description = "After that, the list of what was changed together is deleted. The items’ versions and the audit stay"), Range(1, 365), SettingUnit("days")]
    public int KeepDays { get; set; } = 30;
}
