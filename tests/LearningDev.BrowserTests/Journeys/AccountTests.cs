using System.Text.RegularExpressions;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
[Requirement("ADM-02")]
public class AccountTests(BrowserPortal portal) : IAsyncLifetime
{
    private const string Password = "plum-harbour-seventeen";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => NeedAsync();

    [Fact]
    public async Task Passkey_MadeAndUsed_SignsInWithoutAPassword()
    {
        await AddAsync("journey.passkey");
        await using var visit = await portal.VisitAsync();
        var authenticator = await VirtualAuthenticator.AddAsync(visit.Page);
        await SignInAsync(visit, "journey.passkey");
        await visit.OpenAsync(Named("/account/passkeys"));
        await visit.Page.GetByLabel("Name of the passkey").FillAsync("Work laptop");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await visit.Page.ArriveAsync("**/account/recovery-codes");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make recovery codes" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("li.app-code")).ToHaveCountAsync(10);
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.OpenAsync(Named("/account/passkeys"));
        await Assertions.Expect(visit.Page.Locator(".govuk-summary-list")).ToContainTextAsync("Work laptop");
        await Axe.ShouldFindNothingAsync(visit.Page);
        visit.ShouldBeWithoutComplaints();

        await authenticator.TouchByItselfAsync(false);
        await visit.OpenAsync(Named("/sign-out"));
        var offered = visit.Page.WaitForResponseAsync("**/sign-in/passkey-options");
        await visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visit.Page.ArriveAsync("**/sign-in");
        await offered;
        // Touched before the button is pressed, the passkey that the browser offers by itself would sign in without it; touched when the browser has asked already, nothing would. The button's own question lies between.
        await visit.Page.RouteAsync("**/sign-in/passkey-options", async route =>
        {
            await authenticator.TouchByItselfAsync(true);
            await route.ContinueAsync();
        });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
        await visit.Page.LoadedAsync();

        await visit.OpenAsync(Named("/account/sign-ins"));
        await Assertions.Expect(visit.Page.Locator("tbody tr").First).ToContainTextAsync("Signed in with a passkey");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task Passkey_OfferedByTheBrowser_SignsInWithoutAButton()
    {
        await AddAsync("journey.offered");
        await using var visit = await portal.VisitAsync();
        await VirtualAuthenticator.AddAsync(visit.Page);
        await SignInAsync(visit, "journey.offered");
        await visit.OpenAsync(Named("/account/passkeys"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await visit.Page.ArriveAsync("**/account/recovery-codes");

        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.GotoAsync(Named("/sign-in?returnUrl=%2Fprofile"), new() { WaitUntil = WaitUntilState.Commit });

        // The virtual authenticator chooses its passkey as soon as the page offers to take one.
        await visit.Page.ArriveAsync("**/profile");
    }

    [Fact]
    public async Task Passkey_PressedBeforeTheBrowserOffers_IsNotInterrupted()
    {
        await AddAsync("journey.pressed");
        await using var visit = await portal.VisitAsync();
        await VirtualAuthenticator.AddAsync(visit.Page);
        await SignInAsync(visit, "journey.pressed");
        await visit.OpenAsync(Named("/account/passkeys"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await visit.Page.ArriveAsync("**/account/recovery-codes");
        await visit.Page.Context.ClearCookiesAsync();

        // The browser says whether it could offer one only when the button has been pressed.
        await visit.Page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = () => new Promise(say => { window.sayThatItCan = () => say(true) })");
        var asked = 0;
        await visit.Page.RouteAsync("**/sign-in/passkey-options", async route =>
        {
            asked++;
            await visit.Page.EvaluateAsync("window.sayThatItCan()");
            await route.ContinueAsync();
        });
        await visit.OpenAsync(Named("/sign-in?returnUrl=%2Fprofile"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await visit.Page.ArriveAsync("**/profile");
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task SignIn_WithoutScript_HasNoPasskeyButtonAndLeadsToSettingUpTheApp()
    {
        await AddAsync("journey.app", "Coach");
        await NeedAsync("Coach");
        await using var visit = await portal.VisitAsync(script: false, width: 390);
        await visit.OpenAsync("/sign-in");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeHiddenAsync();
        await FillAsync(visit, "journey.app");
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/account/second-factor");
        await visit.FollowAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set up an authenticator app" }));
        (await visit.Page.Locator("main img").EvaluateAsync<int>("picture => picture.naturalWidth")).ShouldBeGreaterThan(100);
        await visit.ShouldFitTheWidthAsync(320);
        var key = (await visit.Page.Locator(".app-code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var used = CodeOf(key, 0);
        await visit.Page.GetByLabel("Code from the app").FillAsync(used);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make recovery codes" }).ClickAsync();
        var recovery = await visit.Page.Locator("li.app-code").First.InnerTextAsync();

        await using var other = await portal.VisitAsync(script: false);
        await other.OpenAsync("/sign-in");
        await FillAsync(other, "journey.app");
        new Uri(other.Page.Url).AbsolutePath.ShouldBe("/sign-in/code");
        await other.Page.GetByLabel("Code from your authenticator app").FillAsync(used);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(other.Page.Locator(".govuk-error-summary")).ToContainTextAsync("was used before");
        await other.Page.GetByLabel("Code from your authenticator app").FillAsync(recovery);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await other.OpenAsync("/account");
        await Assertions.Expect(other.Page.Locator("main")).ToContainTextAsync("9 left");
    }

    [Fact]
    public async Task CodePage_WithScript_IsAccessible()
    {
        await AddAsync("journey.code", "Coach");
        await using var visit = await portal.VisitAsync();
        await SignInAsync(visit, "journey.code");
        await visit.OpenAsync(Named("/account/authenticator"));
        var key = (await visit.Page.Locator(".app-code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visit.Page.GetByLabel("Code from the app").FillAsync(CodeOf(key, 0));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await visit.Page.ArriveAsync("**/account/recovery-codes*");
        await visit.Page.Context.ClearCookiesAsync();
        await visit.OpenAsync(Named("/sign-in"));
        await FillAsync(visit, "journey.code");
        await visit.Page.ArriveAsync("**/sign-in/code*");

        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.ShouldFitTheWidthAsync(320);
        await visit.Page.GetByLabel("Code from your authenticator app").FillAsync(CodeOf(key, 1));
        await visit.Page.Keyboard.PressAsync("Enter");
        // The browser may offer the passkey by itself at the same moment; which of the two signs in does not matter.
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
        await visit.Page.LoadedAsync();
        visit.ShouldBeWithoutComplaints();
    }

    private async Task SignInAsync(Visit visit, string userName)
    {
        await visit.OpenAsync(Named("/sign-in"));
        await FillAsync(visit, userName);
        await visit.Page.ArriveAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    // Passkeys belong to a name, not to a number such as 127.0.0.1.
    private string Named(string path) => new Uri(new UriBuilder(portal.Address) { Host = "localhost" }.Uri, path).ToString();

    private static async Task FillAsync(Visit visit, string userName)
    {
        await visit.Page.GetByLabel("User name").FillAsync(userName);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await visit.Page.LoadedAsync();
    }

    private string CodeOf(string key, int steps) => Totp.CodeOf(key, Totp.StepAt(portal.Clock.GetUtcNow().UtcDateTime) + steps);

    private async Task AddAsync(string userName, string role = "Employee")
    {
        await using var scope = portal.Scope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person { UserName = userName, Email = $"{userName}@northbourne.example", GivenName = "Robin", FamilyName = "Ashdown", EmailConfirmed = true };
        (await users.CreateAsync(person, Password)).OrThrow();
        (await users.AddToRoleAsync(person, role)).OrThrow();
    }

    private async Task NeedAsync(params List<string> roles)
    {
        await using var scope = portal.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var rules = await settings.GetAsync<AccountSettings>();
        rules.SecondFactorRoles = roles;
        await settings.SaveAsync(rules);
    }
}
