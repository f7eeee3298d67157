using LearningDev.Platform.Data;

namespace LearningDev.Platform.People.Accounts.Sessions;

/// <summary>How somebody proved who they are.</summary>
public enum SignInMethod
{
    /// <summary>By a way that another part of the portal offers, such as the council's single sign-on.</summary>
    Other,

    /// <summary>By a password alone.</summary>
    Password,

    /// <summary>By a password and a code of an authenticator app.</summary>
    AuthenticatorCode,

    /// <summary>By a password and a recovery code.</summary>
    RecoveryCode,

    /// <summary>By a password in a browser that was remembered.</summary>
    RememberedBrowser,

    /// <summary>By a passkey.</summary>
    Passkey,
}

/// <summary>A time for which somebody is signed in, in one browser. Its id is in the cookie; when the row has ended, the cookie is worth nothing.</summary>
internal sealed class Session
{
    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    public required DateTime StartedUtc { get; init; }

    public required DateTime LastSeenUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    public required SignInMethod Method { get; init; }

    /// <summary>In plain words; see <see cref="DeviceWords"/>.</summary>
    public required string Device { get; init; }

    public required string Network { get; init; }

    /// <summary>True while the person, who needs a second factor, has none: nothing but setting one up is allowed.</summary>
    public bool MustSetUp { get; set; }

    /// <summary>When the person last proved who they are.</summary>
    public DateTime ConfirmedUtc { get; set; }
}

/// <summary>A session as each request needs it.</summary>
internal sealed record CurrentSession(string Id, string PersonId, DateTime StartedUtc, DateTime LastSeenUtc, DateTime ConfirmedUtc, bool MustSetUp)
{
    /// <summary>The type of the claim that holds the session's id.</summary>
    public const string Claim = "session";

    /// <summary>Stands for a session that is not there or has ended.</summary>
    public static readonly CurrentSession None = new("", "", default, default, default, MustSetUp: false);
}
