using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Passwords;

[Requirement("ADM-02")]
public class ChangePasswordTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/password";
    private const string New = "nine herons over slate";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_SignedIn_SaysHowLongItMustBe()
    {
        await portal.AddAsync("change.get");
        using var client = await portal.SignedInWithPasswordAsync("change.get");

        (await client.GetPageAsync(Url)).QuerySelector("#Password-hint")!.TextContent.Trim().ShouldStartWith("At least 12 characters");
    }

    [Fact]
    public async Task Post_NewPassword_KeepsThisBrowserEndsOthersAndTells()
    {
        var person = await portal.AddAsync("change.good");
        using var other = await portal.SignedInWithPasswordAsync("change.good");
        using var client = await portal.SignedInWithPasswordAsync("change.good");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Current", AccountsPortal.Password), ("Password", New));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("Your password is changed");
        using var ended = await other.GetAsync("/profile");
        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        (await client.GetPageAsync("/profile")).ShouldNotBeNull("this browser stays signed in when its cookie is checked again");
        (await portal.LettersAsync(person)).Single().Subject.ShouldStartWith("Your password was changed");
        (await portal.AuditAsync("PasswordChanged", person.Id)).Single().ShouldNotContain(New);
        using var again = await portal.SignedInWithPasswordAsync("change.good", New);
    }

    [Theory]
    [InlineData("", New, "Enter the password until now")]
    [InlineData("wrong", New, "The password until now is not right")]
    [InlineData(AccountsPortal.Password, "", "Enter a new password")]
    [InlineData(AccountsPortal.Password, "1qaz2wsx3edc", "Choose a password that is harder to guess. Many people use this one")]
    public async Task Post_SomethingWrong_IsSaidAndChangesNothing(string current, string password, string error)
    {
        var userName = $"change.bad{current.Length}.{password.Length}";
        await portal.AddAsync(userName);
        using var client = await portal.SignedInWithPasswordAsync(userName);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Current", current), ("Password", password));

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe([error]);
        using var same = await portal.SignedInWithPasswordAsync(userName);
    }

    [Fact]
    public async Task Post_InTwoBrowsersAtOnce_OneOfThemWins()
    {
        await portal.AddAsync("change.race");
        using var one = await portal.SignedInWithPasswordAsync("change.race");
        using var two = await portal.SignedInWithPasswordAsync("change.race");
        var (first, second) = ((await one.GetPageAsync(Url)).Form(Url), (await two.GetPageAsync(Url)).Form(Url));
        using var changed = await one.SubmitAsync(first, ("Current", AccountsPortal.Password), ("Password", New));

        using var late = await two.SubmitAsync(second, ("Current", AccountsPortal.Password), ("Password", "another long password"));

        late.Headers.Location!.OriginalString.ShouldContain("/sign-in");
        using var signIn = await portal.SignedInWithPasswordAsync("change.race", New);
    }

    [Fact]
    public async Task Post_LongerRule_HoldsForNewPasswordsOnly()
    {
        await portal.AddAsync("change.rule");
        await portal.RuleAsync(rules => rules.PasswordLength = 30);
        using var client = await portal.SignedInWithPasswordAsync("change.rule");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Current", AccountsPortal.Password), ("Password", New));

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["Password must be 30 characters or more"]);
        await portal.RuleAsync(rules => rules.PasswordLength = 12);
    }
}
