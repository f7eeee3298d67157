using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.Accounts.Passwords;

/// <summary>Refuses passwords that are short, common or made of names (ADM-02; NIST SP 800-63B, 3.1.1.2). It takes the place of Identity's own rules.</summary>
internal sealed class PasswordRules(ISettings settings) : IPasswordValidator<Person>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        await FaultOfAsync(user, password ?? "") is { } message
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = message })
            : IdentityResult.Success;

    /// <summary>What is wrong with a new password, in words for the person; null when it will do.</summary>
    public async Task<string?> FaultOfAsync(Person person, string password)
    {
        var fewest = await FewestAsync();
        return PasswordText.FaultOf(password, fewest, await NamesAsync(person)) switch
        {
            PasswordFault.TooShort => $"Password must be {fewest} characters or more",
            PasswordFault.TooLong => $"Password must be {PasswordText.MostCharacters} characters or fewer",
            PasswordFault.NotText => "Password has characters that cannot be used",
            PasswordFault.Common => "Choose a password that is harder to guess. Many people use this one",
            PasswordFault.Names => "Choose a password that is harder to guess. This one is made of your name, or the name of the council or this website",
            _ => null,
        };
    }

    /// <summary>The fewest characters of a new password.</summary>
    public async Task<int> FewestAsync() => Math.Clamp((await settings.GetAsync<AccountSettings>()).PasswordLength, 8, 64);

    private async Task<IEnumerable<string>> NamesAsync(Person person)
    {
        var site = await settings.GetAsync<SiteSettings>();
        // Only the council's name is taken word by word: the words of a portal's name, such as "learning", are everybody's.
        return
        [
            person.GivenName, person.FamilyName, person.FullName, person.UserName ?? "", (person.Email ?? "").Split('@')[0], site.CouncilName,
            string.Concat(site.SiteName.Where(char.IsLetterOrDigit)),
        ];
    }
}
