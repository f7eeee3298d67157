using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.People.Accounts.Passwords;

/// <summary>Hashes the normal form of a password. A hash that was made of the password as typed is accepted, and made anew.</summary>
internal sealed class NormalisingPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Person>(options)
{
    public override string HashPassword(Person user, string password) => base.HashPassword(user, PasswordText.Normalise(password) ?? password);

    public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        var normal = PasswordText.Normalise(providedPassword) ?? providedPassword;
        var result = base.VerifyHashedPassword(user, hashedPassword, normal);
        return result == PasswordVerificationResult.Failed && normal != providedPassword
            && base.VerifyHashedPassword(user, hashedPassword, providedPassword) != PasswordVerificationResult.Failed
            ? PasswordVerificationResult.SuccessRehashNeeded
            : result;
    }
}
