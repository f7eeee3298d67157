using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Events;

namespace LearningDev.Platform.People.Accounts.Rules;

/// <summary>The form of the rules for accounts.</summary>
internal sealed class RulesForm
{
    [Display(Name = "Characters of a password, at least"), Required(ErrorMessage = "Enter how many characters a password has at least")]
    [Range(8, 64, ErrorMessage = "Characters of a password must be between 8 and 64")]
    public int? PasswordLength { get; set; }

    [Display(Name = "Roles that need a second step")]
    public List<string> SecondFactorRoles { get; set; } = [];

    [Display(Name = "People may have a browser of theirs remembered, in which they are then not asked for a code")]
    public bool MayRememberBrowsers { get; set; }

    [Display(Name = "Days for which a browser is remembered"), Required(ErrorMessage = "Enter for how many days a browser is remembered")]
    [Range(1, 90, ErrorMessage = "Days for which a browser is remembered must be between 1 and 90")]
    public int? RememberDays { get; set; }

    [Display(Name = "Wrong attempts that lock an account"), Required(ErrorMessage = "Enter how many wrong attempts lock an account")]
    [Range(3, 100, ErrorMessage = "Wrong attempts must be between 3 and 100")]
    public int? WrongAttempts { get; set; }

    [Display(Name = "Minutes for which it is locked"), Required(ErrorMessage = "Enter for how many minutes an account is locked")]
    [Range(1, 1440, ErrorMessage = "Minutes for which it is locked must be between 1 and 1,440")]
    public int? LockMinutes { get; set; }

    [Display(Name = "Hours without use after which a session ends"), Required(ErrorMessage = "Enter after how many hours without use a session ends")]
    [Range(1, 72, ErrorMessage = "Hours without use must be between 1 and 72")]
    public int? IdleHours { get; set; }

    [Display(Name = "Hours that a session lasts at most"), Required(ErrorMessage = "Enter how many hours a session lasts at most")]
    [Range(1, 720, ErrorMessage = "Hours that a session lasts must be between 1 and 720")]
    public int? SessionHours { get; set; }

    [Display(Name = "Hours for which a link to choose a new password is good"), Required(ErrorMessage = "Enter for how many hours the link is good")]
    [Range(1, 72, ErrorMessage = "Hours for which the link is good must be between 1 and 72")]
    public int? ResetHours { get; set; }

    [Display(Name = "People are told by email when their account is used in a new browser. This needs a cookie that is kept for 400 days")]
    public bool TellOfNewBrowsers { get; set; }

    [Display(Name = "Days for which the history of signing in is kept"), Required(ErrorMessage = "Enter for how many days the history is kept")]
    [Range(30, 3650, ErrorMessage = "Days for which the history is kept must be between 30 and 3,650")]
    public int? HistoryDays { get; set; }

    public static RulesForm Of(AccountSettings rules) => new()
    {
        PasswordLength = rules.PasswordLength,
        SecondFactorRoles = rules.SecondFactorRoles,
        MayRememberBrowsers = rules.MayRememberBrowsers,
        RememberDays = rules.RememberDays,
        WrongAttempts = rules.WrongAttempts,
        LockMinutes = rules.LockMinutes,
        IdleHours = rules.IdleHours,
        SessionHours = rules.SessionHours,
        ResetHours = rules.ResetHours,
        TellOfNewBrowsers = rules.TellOfNewBrowsers,
        HistoryDays = rules.HistoryDays,
    };

    public AccountSettings ToSettings() => new()
    {
        PasswordLength = PasswordLength!.Value,
        SecondFactorRoles = [.. SecondFactorRoles.Order(StringComparer.Ordinal)],
        MayRememberBrowsers = MayRememberBrowsers,
        RememberDays = RememberDays!.Value,
        WrongAttempts = WrongAttempts!.Value,
        LockMinutes = LockMinutes!.Value,
        IdleHours = IdleHours!.Value,
        SessionHours = SessionHours!.Value,
        ResetHours = ResetHours!.Value,
        TellOfNewBrowsers = TellOfNewBrowsers,
        HistoryDays = HistoryDays!.Value,
    };

    public IEnumerable<AuditChange> DifferencesTo(RulesForm saved) =>
        from difference in new AuditChange[]
        {
            new("Characters of a password, at least", $"{saved.PasswordLength}", $"{PasswordLength}"),
            new("Roles that need a second step", Roles(saved), Roles(this)),
            new("Browsers may be remembered", YesNo(saved.MayRememberBrowsers), YesNo(MayRememberBrowsers)),
            new("Days for which a browser is remembered", $"{saved.RememberDays}", $"{RememberDays}"),
            new("Wrong attempts that lock an account", $"{saved.WrongAttempts}", $"{WrongAttempts}"),
            new("Minutes for which it is locked", $"{saved.LockMinutes}", $"{LockMinutes}"),
            new("Hours without use after which a session ends", $"{saved.IdleHours}", $"{IdleHours}"),
            new("Hours that a session lasts at most", $"{saved.SessionHours}", $"{SessionHours}"),
            new("Hours for which a link to choose a new password is good", $"{saved.ResetHours}", $"{ResetHours}"),
            new("People are told of new browsers", YesNo(saved.TellOfNewBrowsers), YesNo(TellOfNewBrowsers)),
            new("Days for which the history of signing in is kept", $"{saved.HistoryDays}", $"{HistoryDays}"),
        }
        where difference.Before != difference.After
        select difference;

    private static string Roles(RulesForm form) => form.SecondFactorRoles.Count == 0 ? "None" : string.Join(", ", form.SecondFactorRoles.Order(StringComparer.Ordinal));

    private static string YesNo(bool value) => value ? "Yes" : "No";
}
