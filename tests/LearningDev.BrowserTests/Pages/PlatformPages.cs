using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of the platform: signing in, one's account, what is said when something is not there, statements.</summary>
internal static class PlatformPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Sign-in", "sign-in", "/sign-in", Person: null, IsMain: true),
        new("Sign-in refused", "sign-in", "/sign-in", Person: null)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync(),
        },
        new("Sign-out", "sign-out", "/sign-out"),
        new("Signed-out sign-out", "sign-out", "/sign-out", Person: null),
        new("Home", "", "/", IsMain: true),
        new("Home of an editor", "", "/", "editor"),
        new("Home of a councillor", "", "/", "councillor"),
        new("Home of an administrator", "", "/", "administrator"),
        new("Not found", "errors/{code:int:range(400,599)}", "/no/such/page", Status: 404, IsMain: true),
        new("Not found, signed out", "errors/{code:int:range(400,599)}", "/errors/404", Person: null, Status: 404),
        new("Forbidden", "errors/{code:int:range(400,599)}", "/errors/403", Status: 403),
        new("Failed", "errors/{code:int:range(400,599)}", "/errors/500", Status: 500),
        new("Profile", "profile", "/profile", IsMain: true),
        new("Profile of an administrator", "profile", "/profile", "administrator"),
        .. Notifications(),
        .. Accounts(),
        .. Statements(),
    ];

    private static IEnumerable<PortalPage> Notifications() =>
    [
        new("Notifications", "notifications", "/notifications", "hr", IsMain: true),
        new("Notifications, none", "notifications", "/notifications", "chief-officer"),
        new("Notification", "notifications/{id}", "/notifications", "hr")
        {
            Before = page => page.GetByRole(AriaRole.Link, new() { Name = "A notification that stands alone" }).ClickAsync(),
        },
        new("No notification", "notifications/{id}", "/notifications/none", Status: 404),
        new("How one is told", "account/notifications", "/account/notifications", IsMain: true),
        new("Number to prove", "account/notifications/number", "/account/notifications/number", "hr"),
        new("Number to prove, refused", "account/notifications/number", "/account/notifications/number", "hr")
        {
            Before = page => page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync(),
        },
        new("No number to prove", "account/notifications/number", "/account/notifications/number"),
    ];

    private static IEnumerable<PortalPage> Accounts() =>
    [
        new("Sign-in with a passkey", "sign-in/passkey", "/sign-in/passkey", Person: null),
        new("Code", "sign-in/code", "/sign-in/code", Person: null),
        new("Forgotten password", "sign-in/forgotten", "/sign-in/forgotten", Person: null),
        new("Forgotten password, refused", "sign-in/forgotten", "/sign-in/forgotten", Person: null)
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Send the letter", Exact = true }).ClickAsync(),
        },
        new("Forgotten password, sent", "sign-in/forgotten", "/sign-in/forgotten?sent=true", Person: null),
        new("Forgotten password, old link", "sign-in/reset", "/sign-in/reset?token=old", Person: null),
        new("No kept form", "sign-in/kept/{id}", "/sign-in/kept/none", Status: 404),
        new("Account", "account", "/account"),
        new("Change of password", "account/password", "/account/password"),
        new("Change of password, refused", "account/password", "/account/password")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save the new password", Exact = true }).ClickAsync(),
        },
        new("Confirmation", "account/confirm", "/account/confirm"),
        new("Second step", "account/second-factor", "/account/second-factor"),
        new("Authenticator app", "account/authenticator", "/account/authenticator"),
        new("Authenticator app, refused", "account/authenticator", "/account/authenticator")
        {
            Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Set it up", Exact = true }).ClickAsync(),
        },
        new("Recovery codes", "account/recovery-codes", "/account/recovery-codes"),
        new("Passkeys", "account/passkeys", "/account/passkeys"),
        new("No passkey", "account/passkeys/{id}", "/account/passkeys/none", Status: 404),
        new("Sessions", "account/sessions", "/account/sessions"),
        new("Sign-ins", "account/sign-ins", "/account/sign-ins"),
    ];

    private static IEnumerable<PortalPage> Statements() =>
        from name in (string[])["help", "accessibility", "privacy", "cookies"]
        from person in (string?[])["employee", null]
        select new PortalPage($"{name}{(person is null ? ", signed out" : "")}", name, $"/{name}", person);
}
