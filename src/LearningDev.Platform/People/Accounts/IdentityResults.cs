using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.Accounts;

internal static class IdentityResults
{
    /// <summary>For what Identity can refuse only because of a defect or because somebody else has changed the person at the same moment.</summary>
    /// <exception cref="InvalidOperationException">Identity refused.</exception>
    public static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}
