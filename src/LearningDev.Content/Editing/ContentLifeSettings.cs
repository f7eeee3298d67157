using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Editing;

/// <summary>How content is written and put away; the settings section "ContentLifeSettings" (CMS-01).</summary>
public sealed class ContentLifeSettings
{
    /// <summary>When whoever changes content must say why.</summary>
    [Display(Name = "Note of the change", Description = "When editors must say why they change something. The note is kept in the item’s history")]
    public NoteRule Note { get; set; } = NoteRule.Optional;

    /// <summary>How many days what was removed stays in the bin, from 1 to 3,650; 0 for good.</summary>
    [Display(Name = "How long the bin keeps things", Description = "After that, what was removed is deleted with all its versions. 0 keeps it until somebody deletes it"), Range(0, 3650), SettingUnit("days")]
    public int BinDays { get; set; } = 90;
}

/// <summary>When whoever changes content must say why.</summary>
public enum NoteRule
{
    /// <summary>Never; the note is optional.</summary>
    [Display(Name = "Never: it is optional")]
    Optional,

    /// <summary>When something is published.</summary>
    [Display(Name = "When they publish")]
    WhenPublishing,

    /// <summary>Whenever something is saved.</summary>
    [Display(Name = "Whenever they save")]
    Always,
}
