using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.Sessions;

namespace LearningDev.Platform.People.SignIn;

/// <summary>Why signing in was refused.</summary>
public enum SignInRefusal
{
    /// <summary>There is no such account, the password is wrong, or the account is not in use.</summary>
    Password,

    /// <summary>The account is locked after wrong attempts.</summary>
    Locked,

    /// <summary>The code of the authenticator app, or the recovery code, is wrong or was used before.</summary>
    Code,

    /// <summary>The passkey is not known or its account is not in use.</summary>
    Passkey,
}

/// <summary>A person signed in.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Method">How the person proved who they are.</param>
public sealed record SignedIn(string PersonId, string Name, SignInMethod Method = SignInMethod.Other) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"{Name} signed in";
}

/// <summary>A person signed out.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record SignedOut(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"{Name} signed out";
}

/// <summary>Somebody tried to sign in and was refused.</summary>
/// <param name="PersonId">The id of the account; empty when there is none of that name.</param>
/// <param name="Name">The person's name; what was typed is not kept, as people also type their password there.</param>
/// <param name="Refusal">Why.</param>
public sealed record SignInFailed(string PersonId, string Name, SignInRefusal Refusal = SignInRefusal.Password) : IPortalEvent
{
    /// <summary>Stands for the name when there is no such account.</summary>
    public const string Nobody = "an account that is not there";

    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Sign-in refused for {Name}";
}

/// <summary>A person who is signed in proved once more who they are, before a change of the account.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record SignInConfirmed(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"{Name} confirmed who they are";
}
