using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Partnerships;

/// <summary>What coaching and mentoring have in common; the settings section "PartnershipsSettings".</summary>
internal sealed class PartnershipsSettings
{
    /// <summary>What the limits of confidence are (COA-03), in Markdown. Shown before signing and beside notes.</summary>
    [Display(Name = "The limits of confidence", Description = "Shown before people sign and beside their notes, in Markdown"), Required, StringLength(4000), DataType(DataType.MultilineText)]
    public string Safeguarding { get; set; } =
        "What you say and write here stays between the two of you. There are limits: somebody who learns that a child or an adult is at risk of harm, or of a serious crime or danger, "
        + "must tell those who can help. Your partner will say so to you first, where that is safe. Do not write the names of residents, or what would identify them.";

    /// <summary>How many days before a planned meeting both are reminded; 0 for the same day.</summary>
    [Display(Name = "Remind people of a meeting", Description = "0 for the same day"), Range(0, 14), SettingUnit("days before")]
    public int ReminderDays { get; set; } = 1;

    /// <summary>After how many months words are deleted that nobody can read any more, because all their readers have left.</summary>
    [Display(Name = "Delete words in confidence when all who could read them have left, after"), Range(0, 120), SettingUnit("months without a change")]
    public int KeepMonths { get; set; } = 12;
}
