using System.Net;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Resetting;

[Requirement("ADM-02")]
public class ResetTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/sign-in/reset";
    private const string New = "nine herons over slate";

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=made-up")]
    public async Task Get_NoGoodLink_SaysSoAndOffersANewOne(string query)
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(Url + query);

        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in/forgotten?expired=true");
        (await client.GetPageAsync("/sign-in/forgotten?expired=true")).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Ask for a new one");
    }

    [Fact]
    public async Task Post_NewPassword_IsSetEndsSessionsTellsAndKeepsTheSecondStep()
    {
        var person = await portal.AddAsync("reset.good");
        using var before = await portal.SignedInWithPasswordAsync("reset.good");
        await portal.AddAuthenticatorAsync(person);
        var link = await LinkAsync(person);
        using var client = portal.SignedOut();

        using var answer = await client.SubmitAsync((await client.GetPageAsync(link)).Form(Url), ("Password", New));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("You have a new password. Sign in with it");
        using var session = await before.GetAsync("/profile");
        session.StatusCode.ShouldBe(HttpStatusCode.Redirect, "sessions that were there have ended");
        using var old = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "reset.good");
        old.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var signIn = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "reset.good", New);
        signIn.Headers.Location!.OriginalString.ShouldStartWith("/sign-in/code");
        (await portal.LettersAsync(person))[^1].Subject.ShouldStartWith("Your password was changed");
        (await portal.AuditAsync("PasswordChanged", person.Id)).Single().ShouldNotContain(New);
    }

    [Fact]
    public async Task Post_LinkThatWasUsed_IsRefused()
    {
        var person = await portal.AddAsync("reset.twice");
        var (first, second) = (await LinkAsync(person), await LinkAsync(person));
        using var client = portal.SignedOut();
        var (one, two) = ((await client.GetPageAsync(first)).Form(Url), (await client.GetPageAsync(second)).Form(Url));
        using var used = await client.SubmitAsync(one, ("Password", New));

        using var again = await client.SubmitAsync(one, ("Password", "another long password"));
        using var other = await client.SubmitAsync(two, ("Password", "another long password"));

        again.Headers.Location!.OriginalString.ShouldBe("/sign-in/forgotten?expired=true");
        other.Headers.Location!.OriginalString.ShouldBe("/sign-in/forgotten?expired=true", "one link uses up the others");
        using var signIn = await portal.SignedInWithPasswordAsync("reset.twice", New);
    }

    [Fact]
    public async Task Get_LinkAfterItsHours_IsRefused()
    {
        var person = await portal.AddAsync("reset.late");
        var link = await LinkAsync(person);
        portal.Clock.Advance(TimeSpan.FromHours(4.1));

        using var answer = await portal.SignedOut().GetAsync(link);

        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in/forgotten?expired=true");
    }

    [Theory]
    [InlineData("", "Enter a new password")]
    [InlineData("too short", "Password must be 12 characters or more")]
    [InlineData("Password2026!", "Choose a password that is harder to guess. Many people use this one")]
    [InlineData("robin.ashdown", "Choose a password that is harder to guess. This one is made of your name, or the name of the council or this website")]
    public async Task Post_PasswordThatWillNotDo_IsSaidAndTheLinkStaysGood(string password, string error)
    {
        var person = await portal.AddAsync($"reset.bad{password.Length}.{error.Length}");
        var link = await LinkAsync(person);
        using var client = portal.SignedOut();

        using var answer = await client.SubmitAsync((await client.GetPageAsync(link)).Form(Url), ("Password", password));

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe([error]);
        (await client.GetPageAsync(link)).QuerySelector("#Password").ShouldNotBeNull();
    }

    private async Task<string> LinkAsync(Person person)
    {
        using var client = portal.SignedOut();
        using var asked = await client.SubmitAsync((await client.GetPageAsync("/sign-in/forgotten")).Form("/sign-in/forgotten"), ("Name", person.UserName!));
        return new Uri((await portal.LettersAsync(person))[^1].Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
    }
}
