namespace LearningDev.Platform.Audit;

/// <summary>How long the audit is kept, and when a look at sensitive data is recorded again; the settings section "AuditSettings" (ADM-03).</summary>
public sealed class AuditSettings
{
    /// <summary>How many years rows of the audit are kept, from 1 to 100.</summary>
    public int KeepYears { get; set; } = 6;

    /// <summary>How many days it is kept who signed in, who signed out and who was refused, from 30 to 3650; after that only that it happened.</summary>
    public int KeepSignInsDays { get; set; } = 365;

    /// <summary>For how many minutes a person's look at the same sensitive page is not recorded again, from 0 (each look is recorded) to 1440.</summary>
    public int ReadingMinutes { get; set; } = 30;
}
