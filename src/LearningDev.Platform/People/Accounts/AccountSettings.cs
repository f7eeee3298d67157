using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.People.Accounts;

/// <summary>The rules for local accounts; the settings section "AccountSettings" (ADM-02).</summary>
public sealed class AccountSettings : IValidatableObject
{
    /// <summary>The fewest characters of a new password, from 8 to 64 (NIST SP 800-63B).</summary>
    [Display(Name = "Characters of a password, at least", Description = "From 8 to 64. It holds for new passwords", GroupName = "Passwords"), Range(8, 64), SettingUnit("characters")]
    public int PasswordLength { get; set; } = 12;

    /// <summary>For how many hours a link that resets a password is good, from 1 to 72.</summary>
    [Display(Name = "How long a link to choose a new password is good", GroupName = "Passwords"), Range(1, 72), SettingUnit("hours")]
    public int ResetHours { get; set; } = 4;

    /// <summary>How many wrong passwords or codes lock an account, from 3 to 100.</summary>
    [Display(Name = "Wrong attempts that lock an account", Description = "From 3 to 100 wrong passwords or codes", GroupName = "Passwords"), Range(3, 100), SettingUnit("attempts")]
    public int WrongAttempts { get; set; } = 5;

    /// <summary>For how many minutes it is locked, from 1 to 1,440.</summary>
    [Display(Name = "How long an account is locked", GroupName = "Passwords"), Range(1, 1440), SettingUnit("minutes")]
    public int LockMinutes { get; set; } = 15;

    /// <summary>The names of the roles whose people need a second factor: an authenticator app or a passkey.</summary>
    [Display(Name = "Roles that need a second step", GroupName = "Second step", Description = "Their people need an authenticator app or a passkey. Who has none is led to setting one up when signing in with a password"), ChosenFrom(typeof(RoleChoices))]
    public List<string> SecondFactorRoles { get; set; } = [];

    /// <summary>Whether a browser may be remembered, so that it is not asked for a code again.</summary>
    [Display(Name = "People may have a browser of theirs remembered, in which they are then not asked for a code", GroupName = "Second step")]
    public bool MayRememberBrowsers { get; set; }

    /// <summary>For how many days a browser is remembered, from 1 to 90.</summary>
    [Display(Name = "How long a browser is remembered", GroupName = "Second step"), Range(1, 90), SettingUnit("days")]
    public int RememberDays { get; set; } = 30;

    /// <summary>After how many hours without use a session ends, from 1 to 72.</summary>
    [Display(Name = "How long a session lasts without use", Description = "Who has not used the portal for so long must sign in again", GroupName = "Sessions"), Range(1, 72), SettingUnit("hours")]
    public int IdleHours { get; set; } = 10;

    /// <summary>After how many hours a session ends however much it is used, from 1 to 720.</summary>
    [Display(Name = "How long a session lasts at most", Description = "After so long everybody must sign in again", GroupName = "Sessions"), Range(1, 720), SettingUnit("hours")]
    public int SessionHours { get; set; } = 24;

    /// <summary>Whether people are told by email when somebody signs in as them in a browser that was not used before.</summary>
    [Display(Name = "People are told by email when their account is used in a new browser", Description = "This needs a cookie that is kept for 400 days", GroupName = "Sessions")]
    public bool TellOfNewBrowsers { get; set; }

    /// <summary>For how many days the history of signing in and ended sessions are kept, from 30 to 3,650.</summary>
    [Display(Name = "How long the history of signing in is kept", GroupName = "Sessions"), Range(30, 3650), SettingUnit("days"), ProtectedFigure("Retention schedule")]
    public int HistoryDays { get; set; } = 365;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IdleHours > SessionHours)
        {
            yield return new ValidationResult("How long a session lasts without use must not be more than how long it lasts at most", [nameof(IdleHours)]);
        }
    }
}
