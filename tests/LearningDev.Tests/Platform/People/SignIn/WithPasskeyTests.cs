using System.Net;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Tests.Platform.People.Accounts;
using LearningDev.Tests.Platform.People.Accounts.Passkeys;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.SignIn;

[Requirement("ADM-02")]
public class WithPasskeyTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/sign-in/passkey";

    [Fact]
    public async Task Get_Stranger_HidesTheButtonUntilTheScriptShowsIt()
    {
        var page = await portal.GetDocumentAsync(Url, null);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Sign in with a passkey");
        page.QuerySelector("form[data-passkey=get]")!.HasAttribute("hidden").ShouldBeTrue();
        page.QuerySelector("main a[href='/sign-in']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_KnownPasskey_SignsInAlthoughTheAppIsSetUpAndTheNameLocked()
    {
        var person = await portal.AddAsync("passkey.known", "Administrator");
        await portal.AddAuthenticatorAsync(person);
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "passkey.known", "wrong");
        }

        using var client = portal.SignedOut();
        using var answer = await SoftwareKey.SendAsync(client, await key.SignAsync(client));

        answer.Headers.Location!.OriginalString.ShouldBe("/");
        (await client.GetPageAsync("/account")).QuerySelector("h1")!.TextContent.ShouldBe("Your account");
        (await portal.ReadAsync(db => db.Set<Session>().SingleAsync(row => row.PersonId == person.Id))).Method.ShouldBe(SignInMethod.Passkey);
    }

    [Fact]
    public async Task Post_StrangersPasskey_IsRefusedAndAudited()
    {
        using var key = new SoftwareKey();
        using var client = portal.SignedOut();

        using var answer = await SoftwareKey.SendAsync(client, await key.SignAsync(client));

        AccountsPortal.Errors(await answer.ReadPageAsync()).Single().ShouldStartWith("This passkey is not known here");
        (await portal.AuditAsync("SignInFailed", "")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("left")]
    [InlineData("disabled")]
    [InlineData("unverified")]
    public async Task Post_AccountNotInUseOrNoFinger_IsRefused(string why)
    {
        var person = await portal.AddAsync($"passkey.{why}", change: row =>
        {
            row.LeavesOn = why == "left" ? DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-2) : null;
            row.DisabledUtc = why == "disabled" ? portal.Clock.GetUtcNow().UtcDateTime : null;
        });
        using var key = new SoftwareKey { Verifies = why != "unverified" };
        await key.AddToAsync(portal, person);
        using var client = portal.SignedOut();

        using var answer = await SoftwareKey.SendAsync(client, await key.SignAsync(client));

        AccountsPortal.Errors(await answer.ReadPageAsync()).Single().ShouldStartWith("This passkey is not known here");
    }

    [Fact]
    public async Task Post_SameAnswerTwice_IsRefusedTheSecondTime()
    {
        var person = await portal.AddAsync("passkey.twice");
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        using var client = portal.SignedOut();
        var credential = await key.SignAsync(client);
        using var first = await SoftwareKey.SendAsync(client, credential);
        using var other = portal.SignedOut();

        using var second = await SoftwareKey.SendAsync(other, credential);

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Options_WithoutAntiforgeryToken_AreRefused()
    {
        using var client = portal.SignedOut();

        using var answer = await client.PostAsync("/sign-in/passkey-options", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
