using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Audit;

/// <summary>How long the audit is kept, and when a look at sensitive data is recorded again; the settings section "AuditSettings" (ADM-03).</summary>
public sealed class AuditSettings
{
    /// <summary>How many years rows of the audit are kept, from 1 to 100.</summary>
    [Display(Name = "How long changes are kept", Description = "Older rows are removed every night. The chain of those that stay can still be checked"), Range(1, 100), SettingUnit("years")]
    [ProtectedFigure("Retention schedule")]
    public int KeepYears { get; set; } = 6;

    /// <summary>How many days it is kept who signed in, who signed out and who was refused, from 30 to 3650; after that only that it happened.</summary>
    [Display(Name = "How long it is kept who signed in", Description = "After that, only that somebody signed in, signed out or was refused"), Range(30, 3650), SettingUnit("days")]
    [ProtectedFigure("Retention schedule")]
    public int KeepSignInsDays { get; set; } = 365;

    /// <summary>For how many minutes a person's look at the same sensitive page is not recorded again, from 0 (each look is recorded) to 1440.</summary>
    [Display(Name = "How soon a look at the same page is recorded again", Description = "0 records every look at pages with sensitive data"), Range(0, 1440), SettingUnit("minutes")]
    public int ReadingMinutes { get; set; } = 30;
}
