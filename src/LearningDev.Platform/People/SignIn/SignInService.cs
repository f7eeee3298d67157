using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.SignIn;

internal enum SignInOutcome
{
    SignedIn,
    NeedsSecondStep,
    Refused,
    LockedOut,
    TooManyAttempts,
    Expired,
}

/// <summary>
/// Signs people in with a local account (ADM-02): a password and, where there is one, a second factor; or a passkey. Whether there is an account of a name
/// shows neither in the answers nor in their time.
/// </summary>
internal sealed class SignInService(
    PortalSignInManager signIn, UserManager<Person> users, SignInThrottle throttle, Lockouts lockouts, SecondStep secondStep, SecondFactorService secondFactors,
    AuthenticatorCodes authenticatorCodes, RecoveryCodes recoveryCodes, NewBrowsers browsers, IEvents events)
{
    private static readonly Person Nobody = new();
    private static string? nobodysHash;

    /// <summary>Takes a user name and a password.</summary>
    public async Task<SignInOutcome> SignInAsync(string userName, string password, string? address)
    {
        if (!throttle.Allows(userName, address))
        {
            return SignInOutcome.TooManyAttempts;
        }

        if (!UserNames.AreText(userName))
        {
            return SignInOutcome.Refused;
        }

        var person = await users.FindByNameAsync(userName);
        if (await lockouts.LockedUntilAsync(userName) is not null)
        {
            await RefuseAsync(person, SignInRefusal.Locked);
            return SignInOutcome.LockedOut;
        }

        if (!await IsRightAsync(person, password) || !await signIn.CanSignInAsync(person!))
        {
            return await FailAsync(person, userName, SignInRefusal.Password);
        }

        if (!await secondFactors.IsAskedForAsync(person!))
        {
            await CompleteAsync(person!, SignInMethod.Password);
            return SignInOutcome.SignedIn;
        }

        if (await signIn.IsTwoFactorClientRememberedAsync(person!) && await secondStep.MayRememberAsync())
        {
            await CompleteAsync(person!, SignInMethod.RememberedBrowser);
            return SignInOutcome.SignedIn;
        }

        await secondStep.BeginAsync(person!);
        return SignInOutcome.NeedsSecondStep;
    }

    /// <summary>Takes a code of the authenticator app or a recovery code, after the password.</summary>
    /// <param name="code">What was typed.</param>
    /// <param name="remember">Whether this browser shall not be asked again.</param>
    /// <param name="address">Where it comes from.</param>
    public async Task<SignInOutcome> TakeCodeAsync(string code, bool remember, string? address)
    {
        if (await secondStep.FindAsync() is not { } person)
        {
            return SignInOutcome.Expired;
        }

        var userName = person.UserName!;
        if (!throttle.Allows(userName, address))
        {
            return SignInOutcome.TooManyAttempts;
        }

        if (await lockouts.LockedUntilAsync(userName) is not null)
        {
            await RefuseAsync(person, SignInRefusal.Locked);
            return SignInOutcome.LockedOut;
        }

        var isCode = Totp.IsCode(code);
        if (!(isCode ? await authenticatorCodes.AcceptAsync(person.Id, code) : await recoveryCodes.AcceptAsync(person, code)))
        {
            return await FailAsync(person, userName, SignInRefusal.Code);
        }

        await secondStep.EndAsync();
        if (remember && await secondStep.MayRememberAsync())
        {
            await signIn.RememberTwoFactorClientAsync(person);
        }

        await CompleteAsync(person, isCode ? SignInMethod.AuthenticatorCode : SignInMethod.RecoveryCode);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Takes what the browser says that a passkey has signed. A passkey is both factors: the device, and the finger, face or PIN that unlocks it.</summary>
    public async Task<SignInOutcome> TakePasskeyAsync(string credential, string? address)
    {
        if (!throttle.AllowsPasskey(address))
        {
            return SignInOutcome.TooManyAttempts;
        }

        if (await FindByPasskeyAsync(credential) is not { } person)
        {
            await RefuseAsync(null, SignInRefusal.Passkey);
            return SignInOutcome.Refused;
        }

        if (!await signIn.CanSignInAsync(person))
        {
            await RefuseAsync(person, SignInRefusal.Passkey);
            return SignInOutcome.Refused;
        }

        await CompleteAsync(person, SignInMethod.Passkey);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Takes the password once more from somebody who is signed in, before a change of the account.</summary>
    public async Task<SignInOutcome> ConfirmAsync(Person person, string password, string? address)
    {
        var userName = person.UserName!;
        if (!throttle.Allows(userName, address))
        {
            return SignInOutcome.TooManyAttempts;
        }

        if (await lockouts.LockedUntilAsync(userName) is not null)
        {
            return SignInOutcome.LockedOut;
        }

        if (!await IsRightAsync(person, password))
        {
            return await FailAsync(person, userName, SignInRefusal.Password);
        }

        await lockouts.ForgetAsync(userName);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Whose passkey signed the challenge that this browser was given; null when it is not right.</summary>
    public async Task<Person?> FindByPasskeyAsync(string credential)
    {
        try
        {
            var assertion = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!assertion.Succeeded)
            {
                return null;
            }

            return (await users.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey)).Succeeded ? assertion.User : null;
        }
        catch (InvalidOperationException)
        {
            // Identity says so that this browser was given no challenge, or was given it too long ago.
            return null;
        }
    }

    /// <summary>Signs out, and ends the session.</summary>
    public async Task SignOutAsync(CurrentPerson person)
    {
        await signIn.SignOutAsync();
        if (person.Id is { } id)
        {
            await events.PublishAsync(new SignedOut(id, person.Name));
        }
    }

    // As slow for a name that nobody has as for a wrong password, so that the time does not tell which names there are.
    private async Task<bool> IsRightAsync(Person? person, string password)
    {
        if (person?.PasswordHash is not null)
        {
            return await users.CheckPasswordAsync(person, password);
        }

        users.PasswordHasher.VerifyHashedPassword(Nobody, nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, Nobody.Id), password);
        return false;
    }

    private async Task<SignInOutcome> FailAsync(Person? person, string userName, SignInRefusal refusal)
    {
        var isLocked = await lockouts.FailedAsync(userName);
        await RefuseAsync(person, refusal);
        return isLocked ? SignInOutcome.LockedOut : SignInOutcome.Refused;
    }

    private Task RefuseAsync(Person? person, SignInRefusal refusal) =>
        events.PublishAsync(new SignInFailed(person?.Id ?? "", person?.FullName ?? SignInFailed.Nobody, refusal));

    private async Task CompleteAsync(Person person, SignInMethod method)
    {
        await lockouts.ForgetAsync(person.UserName!);
        await signIn.SignInAsync(person, method);
        await events.PublishAsync(new SignedIn(person.Id, person.FullName, method));
        await browsers.NoteAsync(person);
    }
}
