using LearningDev.Platform.Data;
using LearningDev.Platform.Email;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;

namespace LearningDev.Platform.People.Accounts;

/// <summary>The letters that people get about their accounts, so that they notice what they have not done themselves.</summary>
internal sealed class AccountLetters(IEmail email, PortalAddress address, ISettings settings, DateWords dates, Visitor visitor, TimeProvider time)
{
    public async Task ResetAsync(Person person, string resetId, string link, int hours) => await SendAsync(
        person, $"password-reset:{resetId}", "Choose a new password",
        $"""
        Somebody asked for a new password for your account. Your user name is {person.UserName}. To choose a new password, open this page within {Hours(hours)}:

        {link}

        The link works once. If it was not you, do nothing: your password stays as it is.
        """);

    public async Task InvitationAsync(Person person, string resetId, string link, int hours) => await SendAsync(
        person, $"account-invitation:{resetId}", "Your account is ready",
        $"""
        An account was made for you. Your user name is {person.UserName}. To choose a password, open this page within {Hours(hours)}:

        {link}

        The link works once. If it has stopped working, open the page for signing in, choose that you have forgotten your password, and type in your user name: you get a new link.
        """);

    public Task PasswordChangedAsync(Person person) => TellAsync(person, "Your password was changed", "Your password was changed");

    public Task AuthenticatorAddedAsync(Person person) => TellAsync(
        person, "An authenticator app was set up", "An authenticator app was set up for your account. From now on you are asked for a code of it when you sign in");

    public Task AuthenticatorRemovedAsync(Person person, string reason) => TellAsync(
        person, "An authenticator app was removed", "The authenticator app of your account was removed. You are not asked for its codes any more", reason);

    public Task PasskeyAddedAsync(Person person, string name) => TellAsync(
        person, "A passkey was added", $"The passkey “{name}” was added to your account. Whoever has it can sign in as you");

    public Task PasskeyRemovedAsync(Person person, string name, string reason) => TellAsync(
        person, "A passkey was removed", $"The passkey “{name}” was removed from your account", reason);

    public Task RecoveryCodeUsedAsync(Person person, int left) => TellAsync(
        person, "A recovery code was used",
        $"Somebody signed in to your account with a recovery code. {left switch { 0 => "None is", 1 => "1 code is", _ => $"{left} codes are" }} left");

    public Task NewBrowserAsync(Person person) => TellAsync(
        person, "Your account was used in a new browser", $"Somebody signed in to your account in a browser that was not used for it before: {visitor.Device}");

    private async Task TellAsync(Person person, string subject, string what, string reason = "") => await SendAsync(
        person, $"account:{Identifiers.New()}", subject,
        $"""
        {what}.

        It was on {await dates.MomentAsync(time.GetUtcNow().UtcDateTime)}.{(reason.Length > 0 ? $" The reason given is: {reason}" : "")}

        If you expected this, you need do nothing. If not, choose a new password at once and tell those who run the portal{await ContactAsync()}.
        {(address.Of("/account") is { } link ? $"\nYour account:\n\n{link}\n" : "")}
        """);

    private async Task SendAsync(Person person, string key, string subject, string text)
    {
        if (string.IsNullOrEmpty(person.Email))
        {
            return;
        }

        var site = await settings.GetAsync<SiteSettings>();
        var body = $"""
            Dear {(person.GivenName.Length > 0 ? person.GivenName : person.UserName)},

            {text.TrimEnd()}

            {site.SiteName}, {site.CouncilName}
            """;
        await email.SendAsync(new Letter(person.Email, person.FullName, $"{subject} – {site.SiteName}", body), key);
    }

    private async Task<string> ContactAsync() =>
        (await settings.GetAsync<SiteSettings>()).ContactEmail is { Length: > 0 } contact ? $" ({contact})" : "";

    private static string Hours(int hours) => hours == 1 ? "1 hour" : $"{hours} hours";
}
