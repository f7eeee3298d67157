using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.Accounts.Resetting;

/// <summary>Sends people the link by which they choose the first password of an account that a module has made for them (ADM-02).</summary>
public sealed class AccountInvitations
{
    private readonly PasswordResets resets;
    private readonly UserManager<Person> people;

    internal AccountInvitations(PasswordResets resets, UserManager<Person> people)
    {
        this.resets = resets;
        this.people = people;
    }

    /// <summary>Sends the letter.</summary>
    /// <param name="personId">Whose account it is.</param>
    /// <returns>
    /// True when the letter is on its way. False when there is no such person or no email address, they may not sign in today, letters cannot hold links because the portal does not know its own address,
    /// or they had three letters in the last hour.
    /// </returns>
    public async Task<bool> InviteAsync(string personId) =>
        resets.AreOffered && await people.FindByIdAsync(personId) is { } person && await resets.SendAsync(person, isInvitation: true);
}
