namespace LearningDev.Platform.People.Accounts;

/// <summary>The rules for local accounts; the settings section "AccountSettings" (ADM-02).</summary>
public sealed class AccountSettings
{
    /// <summary>The fewest characters of a new password, from 8 to 64 (NIST SP 800-63B).</summary>
    public int PasswordLength { get; set; } = 12;

    /// <summary>The names of the roles whose people need a second factor: an authenticator app or a passkey.</summary>
    public List<string> SecondFactorRoles { get; set; } = [];

    /// <summary>Whether a browser may be remembered, so that it is not asked for a code again.</summary>
    public bool MayRememberBrowsers { get; set; }

    /// <summary>For how many days a browser is remembered, from 1 to 90.</summary>
    public int RememberDays { get; set; } = 30;

    /// <summary>How many wrong passwords or codes lock an account, from 3 to 100.</summary>
    public int WrongAttempts { get; set; } = 5;

    /// <summary>For how many minutes it is locked, from 1 to 1,440.</summary>
    public int LockMinutes { get; set; } = 15;

    /// <summary>After how many hours without use a session ends, from 1 to 72.</summary>
    public int IdleHours { get; set; } = 10;

    /// <summary>After how many hours a session ends however much it is used, from 1 to 720.</summary>
    public int SessionHours { get; set; } = 24;

    /// <summary>For how many hours a link that resets a password is good, from 1 to 72.</summary>
    public int ResetHours { get; set; } = 4;

    /// <summary>Whether people are told by email when somebody signs in as them in a browser that was not used before.</summary>
    public bool TellOfNewBrowsers { get; set; }

    /// <summary>For how many days the history of signing in and ended sessions are kept, from 30 to 3,650.</summary>
    public int HistoryDays { get; set; } = 365;
}
