using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Tests.Platform.People.Accounts;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.SignIn;

[Requirement("ADM-02")]
public class CodeTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/sign-in/code";

    [Fact]
    public async Task Get_WithoutAPassword_GoesToTheSignInPageThatSaysWhy()
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?expired=true");
        (await client.GetPageAsync("/sign-in?expired=true")).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Sign in again");
    }

    [Fact]
    public async Task Post_RightCode_SignsInGoesOnAndIsInTheHistory()
    {
        var person = await portal.AddAsync("code.right");
        var key = await portal.AddAuthenticatorAsync(person);
        using var client = portal.SignedOut();
        using var first = await client.SubmitAsync(
            (await client.GetPageAsync("/sign-in?returnUrl=%2Fprofile")).Form("/sign-in"), ("UserName", "code.right"), ("Password", AccountsPortal.Password));
        first.Headers.Location!.OriginalString.ShouldBe("/sign-in/code?returnUrl=%2Fprofile");
        using var profile = await client.GetAsync("/profile");
        profile.StatusCode.ShouldBe(HttpStatusCode.Redirect, "the password alone signs nobody in");

        using var answer = await GiveCodeAsync(client, portal.CodeOf(key), first.Headers.Location!.OriginalString);

        answer.Headers.Location!.OriginalString.ShouldBe("/profile");
        (await client.GetPageAsync("/profile")).QuerySelector("h1")!.TextContent.ShouldBe("Your profile");
        (await portal.ReadAsync(db => db.Set<Session>().SingleAsync(row => row.PersonId == person.Id))).Method.ShouldBe(SignInMethod.AuthenticatorCode);
        (await portal.AuditAsync("SignedIn", person.Id)).Single().ShouldNotContain(key);
    }

    [Fact]
    public async Task Post_CodeThatWasUsed_IsRefusedInEveryBrowser()
    {
        var key = await portal.AddAuthenticatorAsync(await portal.AddAsync("code.replay"));
        var code = portal.CodeOf(key);
        using var one = portal.SignedOut();
        using var other = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(one, "code.replay");
        using var second = await AccountsPortal.GivePasswordAsync(other, "code.replay");

        using var accepted = await GiveCodeAsync(one, code);
        using var refused = await GiveCodeAsync(other, code);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        AccountsPortal.Errors(await refused.ReadPageAsync()).Single().ShouldStartWith("The code is not right, or was used before");
    }

    [Fact]
    public async Task Post_SameCodeInTwoBrowsersAtOnce_IsAcceptedOnce()
    {
        var key = await portal.AddAuthenticatorAsync(await portal.AddAsync("code.twice"));
        var code = portal.CodeOf(key);
        List<(HttpClient Client, IHtmlFormElement Form)> browsers = [];
        for (var browser = 0; browser < 3; browser++)
        {
            var client = portal.SignedOut();
            using var first = await AccountsPortal.GivePasswordAsync(client, "code.twice");
            browsers.Add((client, (await client.GetPageAsync(Url)).Form(Url)));
        }

        var answers = await Task.WhenAll(browsers.Select(browser => browser.Client.SubmitAsync(browser.Form, ("Code", code))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
    }

    [Fact]
    public async Task Post_RecoveryCode_SignsInOnceAndTellsByALetter()
    {
        var person = await portal.AddAsync("code.recovery");
        await portal.AddAuthenticatorAsync(person);
        var codes = await portal.AddCodesAsync(person);
        using var client = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(client, "code.recovery");

        using var answer = await GiveCodeAsync(client, $" {codes[3].ToUpperInvariant().Replace('0', 'O').Replace("-", " ", StringComparison.Ordinal)} ");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.LettersAsync(person)).Single().Text.ShouldContain("9 codes are left");
        (await portal.ReadAsync(db => db.Set<RecoveryCode>().CountAsync(row => row.PersonId == person.Id && row.UsedUtc == null))).ShouldBe(9);
        using var again = portal.SignedOut();
        using var second = await AccountsPortal.GivePasswordAsync(again, "code.recovery");
        using var refused = await GiveCodeAsync(again, codes[3]);
        AccountsPortal.Errors(await refused.ReadPageAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Post_FiveWrongCodes_LockTheAccountForCodesAndPasswords()
    {
        var person = await portal.AddAsync("code.wrong");
        var key = await portal.AddAuthenticatorAsync(person);
        using var client = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(client, "code.wrong");
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var wrong = await GiveCodeAsync(client, "not-a-code");
            AccountsPortal.Errors(await wrong.ReadPageAsync()).Single().ShouldStartWith("The code is not right");
        }

        using var fifth = await GiveCodeAsync(client, "not-a-code");
        AccountsPortal.Errors(await fifth.ReadPageAsync()).Single().ShouldStartWith("This account is locked for 15 minutes");
        using var right = await GiveCodeAsync(client, portal.CodeOf(key));
        AccountsPortal.Errors(await right.ReadPageAsync()).Single().ShouldStartWith("This account is locked for 15 minutes");
        using var password = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "code.wrong");
        AccountsPortal.Errors(await password.ReadPageAsync()).Single().ShouldStartWith("This account is locked for 15 minutes");
        (await portal.AuditAsync("SignInFailed", person.Id)).Count.ShouldBe(7);
    }

    [Fact]
    public async Task Post_NothingTyped_SaysWhatToEnter()
    {
        await portal.AddAuthenticatorAsync(await portal.AddAsync("code.nothing"));
        using var client = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(client, "code.nothing");

        using var answer = await GiveCodeAsync(client, "");

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["Enter a code"]);
    }

    [Fact]
    public async Task Post_BrowserIsRemembered_IsNotAskedAgainUntilThePasswordChanges()
    {
        await portal.RuleAsync(rules => rules.MayRememberBrowsers = true);
        var person = await portal.AddAsync("code.remember");
        var key = await portal.AddAuthenticatorAsync(person);
        using var client = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(client, "code.remember");
        using var remembered = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Code", portal.CodeOf(key)), ("Remember", "true"));
        using var signedOut = await client.SubmitAsync((await client.GetPageAsync("/profile")).Form("/sign-out"));

        using var again = await AccountsPortal.GivePasswordAsync(client, "code.remember");
        using var elsewhere = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "code.remember");

        again.Headers.Location!.OriginalString.ShouldBe("/");
        elsewhere.Headers.Location!.OriginalString.ShouldStartWith(Url);
        await portal.RuleAsync(rules => rules.MayRememberBrowsers = false);
        using var out2 = await client.SubmitAsync((await client.GetPageAsync("/profile")).Form("/sign-out"));
        using var asked = await AccountsPortal.GivePasswordAsync(client, "code.remember");
        asked.Headers.Location!.OriginalString.ShouldStartWith(Url);
    }

    private static async Task<HttpResponseMessage> GiveCodeAsync(HttpClient client, string code, string url = Url) =>
        await client.SubmitAsync((await client.GetPageAsync(url)).Form(Url), ("Code", code));
}
