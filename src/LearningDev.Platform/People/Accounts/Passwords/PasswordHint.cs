namespace LearningDev.Platform.People.Accounts.Passwords;

/// <summary>What the pages say about choosing a password.</summary>
internal static class PasswordHint
{
    public static string Of(int fewest) => $"At least {fewest} characters. Three or more words that do not belong together are easy to remember and hard to guess";
}
