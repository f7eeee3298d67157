using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.Accounts;

internal static class SignedInPerson
{
    /// <summary>The person who is signed in, with the account.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page lets strangers in.</exception>
    public static async Task<Person> SignedInAsync(this UserManager<Person> users, ClaimsPrincipal principal) =>
        await users.GetUserAsync(principal) ?? throw new InvalidOperationException("Nobody is signed in.");
}
