namespace LearningDev.Platform.People.Accounts.Passkeys;

/// <summary>A button that asks the browser for a passkey.</summary>
/// <param name="Text">The words of the button.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="IsOfferedAtOnce">True when the browser may offer passkeys in the field for the user name too.</param>
internal sealed record UsePasskey(string Text, string? ReturnUrl, bool IsOfferedAtOnce = false)
{
    /// <summary>Where the answer of the passkey is sent.</summary>
    public string Action { get; init; } = "/sign-in/passkey";
}
