using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.People.SignIn;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.History;

/// <summary>What came of an attempt to sign in.</summary>
internal enum AttemptOutcome
{
    SignedIn,
    WrongPassword,
    Locked,
    WrongCode,
    PasskeyRefused,
}

/// <summary>An attempt to sign in to an account.</summary>
internal sealed class SignInRecord
{
    public long Id { get; init; }

    public required string PersonId { get; init; }

    public required DateTime OccurredUtc { get; init; }

    public required AttemptOutcome Outcome { get; init; }

    public required SignInMethod Method { get; init; }

    public required string Device { get; init; }

    public required string Network { get; init; }
}

/// <summary>Keeps who signed in to an account, or was refused, when and from what, so that people notice what was not them.</summary>
internal sealed class SignInHistory(PortalDb db, Visitor visitor, TimeProvider time) : IEventHandler<SignedIn>, IEventHandler<SignInFailed>
{
    public Task HandleAsync(SignedIn portalEvent, CancellationToken cancellation)
    {
        Add(portalEvent.PersonId, AttemptOutcome.SignedIn, portalEvent.Method);
        return Task.CompletedTask;
    }

    public Task HandleAsync(SignInFailed portalEvent, CancellationToken cancellation)
    {
        if (portalEvent.PersonId.Length > 0)
        {
            Add(portalEvent.PersonId, portalEvent.Refusal switch
            {
                SignInRefusal.Locked => AttemptOutcome.Locked,
                SignInRefusal.Code => AttemptOutcome.WrongCode,
                SignInRefusal.Passkey => AttemptOutcome.PasskeyRefused,
                _ => AttemptOutcome.WrongPassword,
            }, SignInMethod.Other);
        }

        return Task.CompletedTask;
    }

    /// <summary>A page of the attempts at an account, the newest first.</summary>
    /// <param name="personId">Whose account.</param>
    /// <param name="before">Only rows older than the one of this number; null from the newest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<IReadOnlyList<SignInRecord>> ListAsync(string personId, long? before, int count, CancellationToken cancellation) =>
        await db.Set<SignInRecord>().AsNoTracking().Where(row => row.PersonId == personId && (before == null || row.Id < before))
            .OrderByDescending(row => row.Id).Take(count).ToListAsync(cancellation);

    /// <summary>What came of an attempt, in plain words.</summary>
    public static string WordsOf(SignInRecord row) => row.Outcome switch
    {
        AttemptOutcome.WrongPassword => "Refused: wrong password",
        AttemptOutcome.Locked => "Refused: the account was locked",
        AttemptOutcome.WrongCode => "Refused: wrong code",
        AttemptOutcome.PasskeyRefused => "Refused: passkey",
        _ => $"Signed in {MethodWords.Of(row.Method)}".TrimEnd(),
    };

    private void Add(string personId, AttemptOutcome outcome, SignInMethod method) => db.Add(new SignInRecord
    {
        PersonId = personId,
        OccurredUtc = time.GetUtcNow().UtcDateTime,
        Outcome = outcome,
        Method = method,
        Device = visitor.Device,
        Network = visitor.Network,
    });
}

/// <summary>How a way of signing in is told.</summary>
internal static class MethodWords
{
    /// <summary>For example "with a passkey"; empty when there is nothing to say.</summary>
    public static string Of(SignInMethod method) => method switch
    {
        SignInMethod.Password => "with a password",
        SignInMethod.AuthenticatorCode => "with a password and the authenticator app",
        SignInMethod.RecoveryCode => "with a password and a recovery code",
        SignInMethod.RememberedBrowser => "with a password, in a remembered browser",
        SignInMethod.Passkey => "with a passkey",
        _ => "",
    };
}
