using System.Net;
using LearningDev.Tests.Platform.People.Accounts.Passkeys;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.SecondFactors;

[Requirement("ADM-02")]
public class SecondFactorTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/second-factor";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_NothingSetUp_OffersBothWays()
    {
        await portal.AddAsync("factor.none");
        using var client = await portal.SignedInWithPasswordAsync("factor.none");
        var page = await client.GetPageAsync(Url);

        page.QuerySelector("main a[href='/account/authenticator']").ShouldNotBeNull();
        page.QuerySelector("main a[href='/account/passkeys']").ShouldNotBeNull();
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Post_App_IsRemovedAndTold()
    {
        var person = await portal.AddAsync("factor.remove");
        using var client = await WithAppAsync(person, "factor.remove");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("The authenticator app is removed");
        (await portal.LettersAsync(person)).Single().Subject.ShouldStartWith("An authenticator app was removed");
        (await portal.AuditAsync("AuthenticatorRemoved", person.Id)).ShouldHaveSingleItem();
        using var again = await portal.SignedInWithPasswordAsync("factor.remove");
    }

    [Fact]
    public async Task Post_OnlySecondFactorOfSomebodyWhoNeedsOne_IsRefused()
    {
        var person = await portal.AddAsync("factor.only", "Coach");
        using var client = await WithAppAsync(person, "factor.only");
        var form = (await client.GetPageAsync(Url)).Form(Url);
        await portal.RuleAsync(rules => rules.SecondFactorRoles = ["Coach"]);

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetPageAsync(Url)).QuerySelector("main form").ShouldBeNull();
        await portal.RuleAsync(rules => rules.SecondFactorRoles = []);
    }

    [Fact]
    public async Task SignIn_NeedsOneAndHasNone_MayDoNothingButSetOneUp()
    {
        await portal.RuleAsync(rules => rules.SecondFactorRoles = ["Editor"]);
        await portal.AddAsync("factor.needed", "Editor");
        using var client = await portal.SignedInWithPasswordAsync("factor.needed");

        foreach (var path in (string[])["/", "/profile", "/content", "/account", "/account/sessions", "/account/password"])
        {
            using var led = await client.GetAsync(path);
            led.Headers.Location?.OriginalString.ShouldBe(Url, path);
        }

        using var api = await client.GetAsync("/api/catalogue/suggest?q=man");
        api.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetPageAsync(Url)).QuerySelector("h1")!.TextContent.ShouldBe("Set up a second step");
        var setUp = await client.GetPageAsync("/account/authenticator");
        var key = setUp.QuerySelector(".app-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var done = await client.SubmitAsync(setUp.Form("/account/authenticator"), ("Code", portal.CodeOf(key)));
        (await client.GetPageAsync("/profile")).QuerySelector("h1")!.TextContent.ShouldBe("Your profile");
        await portal.RuleAsync(rules => rules.SecondFactorRoles = []);
    }

    [Fact]
    public async Task SignIn_NeedsOneAndHasAPasskeyOnly_IsAskedForItOrARecoveryCode()
    {
        await portal.RuleAsync(rules => rules.SecondFactorRoles = ["Manager"]);
        var person = await portal.AddAsync("factor.passkey", "Manager");
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        var codes = await portal.AddCodesAsync(person);
        using var client = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(client, "factor.passkey");
        var page = await client.GetPageAsync(first.Headers.Location!.OriginalString);

        page.QuerySelector("label[for=Code]")!.TextContent.Trim().ShouldBe("Recovery code");
        using var withPasskey = await SoftwareKey.SendAsync(client, await key.SignAsync(client, "/sign-in/code"), "/sign-in/code");
        withPasskey.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var other = portal.SignedOut();
        using var second = await AccountsPortal.GivePasswordAsync(other, "factor.passkey");
        using var withCode = await other.SubmitAsync((await other.GetPageAsync("/sign-in/code")).Form("/sign-in/code"), ("Code", codes[0]));
        withCode.Headers.Location!.OriginalString.ShouldBe("/");
        await portal.RuleAsync(rules => rules.SecondFactorRoles = []);
    }

    private async Task<HttpClient> WithAppAsync(LearningDev.Platform.People.Person person, string userName)
    {
        var key = await portal.AddAuthenticatorAsync(person);
        var client = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(client, userName);
        using var second = await client.SubmitAsync((await client.GetPageAsync("/sign-in/code")).Form("/sign-in/code"), ("Code", portal.CodeOf(key)));
        return client;
    }
}
