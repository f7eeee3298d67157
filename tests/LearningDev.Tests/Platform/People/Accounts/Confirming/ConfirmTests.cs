using System.Net;
using LearningDev.Tests.Platform.People.Accounts.Passkeys;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Confirming;

[Requirement("ADM-02")]
public class ConfirmTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/confirm";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Post_RightPassword_OpensWhatWasAskedForAndIsAudited()
    {
        var person = await portal.AddAsync("confirm.right");
        using var client = await portal.SignedInWithPasswordAsync("confirm.right");
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        using var sent = await client.GetAsync("/account/second-factor");

        using var answer = await client.SubmitAsync(PasswordForm(await client.GetPageAsync(sent.Headers.Location!.OriginalString)), ("Password", AccountsPortal.Password));

        answer.Headers.Location!.OriginalString.ShouldBe("/account/second-factor");
        (await client.GetPageAsync("/account/second-factor")).QuerySelector("h1")!.TextContent.ShouldBe("Second step");
        (await portal.AuditAsync("SignInConfirmed", person.Id)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", "Enter your password")]
    [InlineData("wrong", "The password is not right")]
    public async Task Post_WrongPassword_IsSaid(string password, string error)
    {
        await portal.AddAsync($"confirm.wrong{password.Length}");
        using var client = await portal.SignedInWithPasswordAsync($"confirm.wrong{password.Length}");

        using var answer = await client.SubmitAsync(PasswordForm(await client.GetPageAsync(Url)), ("Password", password));

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe([error]);
    }

    [Fact]
    public async Task Post_ManyWrongPasswords_LockTheAccount()
    {
        await portal.AddAsync("confirm.lock");
        using var client = await portal.SignedInWithPasswordAsync("confirm.lock");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await client.SubmitAsync(PasswordForm(await client.GetPageAsync(Url)), ("Password", "wrong"));
        }

        using var answer = await client.SubmitAsync(PasswordForm(await client.GetPageAsync(Url)), ("Password", AccountsPortal.Password));

        AccountsPortal.Errors(await answer.ReadPageAsync()).Single().ShouldStartWith("This account is locked");
    }

    [Fact]
    public async Task Post_ReturnUrlElsewhere_GoesToTheAccount()
    {
        await portal.AddAsync("confirm.elsewhere");
        using var client = await portal.SignedInWithPasswordAsync("confirm.elsewhere");

        using var answer = await client.SubmitAsync(
            PasswordForm(await client.GetPageAsync($"{Url}?returnUrl=https%3A%2F%2Felsewhere.example")), ("Password", AccountsPortal.Password));

        answer.Headers.Location!.OriginalString.ShouldBe("/account");
    }

    [Fact]
    public async Task PostPasskey_OwnOrAnothers_OpensOnlyForTheOwn()
    {
        var person = await portal.AddAsync("confirm.passkey");
        var stranger = await portal.AddAsync("confirm.stranger");
        using var own = new SoftwareKey();
        using var strange = new SoftwareKey();
        await own.AddToAsync(portal, person);
        await strange.AddToAsync(portal, stranger);
        using var client = await portal.SignedInWithPasswordAsync("confirm.passkey");
        const string Action = $"{Url}?handler=Passkey";

        using var refused = await SoftwareKey.SendAsync(client, await strange.SignAsync(client, Url), Url, Action);
        using var accepted = await SoftwareKey.SendAsync(client, await own.SignAsync(client, Url), Url, Action);

        AccountsPortal.Errors(await refused.ReadPageAsync()).Single().ShouldStartWith("This is not a passkey of your account");
        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement PasswordForm(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.Forms.Single(form => form.QuerySelector("#Password") is not null);
}
