using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>How editors' forms keep what is typed, and tell editors of each other; the settings section "EditingSettings".</summary>
public sealed class EditingSettings
{
    /// <summary>How many seconds after the last change a form keeps what was typed, from 1 to 60.</summary>
    [Display(Name = "Keep what is typed after", Description = "From 1 to 60 seconds after the last change"), SettingUnit("seconds"), Range(1, 60)]
    public int KeepAfterSeconds { get; set; } = 2;

    /// <summary>For how many days work that was not saved is kept, from 1 to 365.</summary>
    [Display(Name = "How long unsaved work is kept", Description = "It is the person’s alone until then, and is deleted afterwards. From 1 to 365 days"), SettingUnit("days"), Range(1, 365)]
    public int KeepUnsavedDays { get; set; } = 30;

    /// <summary>For how many minutes after opening a form without script somebody counts as being at it, from 1 to 480.</summary>
    [Display(Name = "How long somebody counts as editing", Description = "After they opened a form, where the page cannot tell that it is still open. From 1 to 480 minutes"), SettingUnit("minutes"), Range(1, 480)]
    public int PresentMinutes { get; set; } = 30;
}
