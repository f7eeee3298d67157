using System.Net;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.AuthenticatorApp;

[Requirement("ADM-02")]
public class SetUpTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/authenticator";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_SignedIn_ShowsThePictureAndTheKeyInGroupsOfFour()
    {
        await portal.AddAsync("setup.shows");
        using var client = await portal.SignedInWithPasswordAsync("setup.shows");
        var page = await client.GetPageAsync(Url);

        page.QuerySelector(".app-code")!.TextContent.Split(' ').ShouldAllBe(group => group.Length == 4);
        using var picture = await client.GetAsync(page.QuerySelector("main img")!.GetAttribute("src"));
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        picture.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Post_RightCode_SetsItUpTellsAndLeadsToRecoveryCodes()
    {
        var person = await portal.AddAsync("setup.right");
        using var client = await portal.SignedInWithPasswordAsync("setup.right");
        var page = await client.GetPageAsync(Url);
        var key = page.QuerySelector(".app-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        using var answer = await client.SubmitAsync(page.Form(Url), ("Code", portal.CodeOf(key)));

        answer.Headers.Location!.OriginalString.ShouldBe("/account/recovery-codes?first=true");
        (await client.GetPageAsync("/account")).Body!.TextContent.ShouldContain("An authenticator app");
        (await portal.LettersAsync(person)).Single().Subject.ShouldStartWith("An authenticator app was set up");
        (await portal.AuditAsync("AuthenticatorAdded", person.Id)).Single().ShouldNotContain(key);
        using var again = portal.SignedOut();
        using var asked = await AccountsPortal.GivePasswordAsync(again, "setup.right");
        using var replay = await again.SubmitAsync((await again.GetPageAsync("/sign-in/code")).Form("/sign-in/code"), ("Code", portal.CodeOf(key)));
        replay.StatusCode.ShouldBe(HttpStatusCode.OK, "the code that set it up is used up");
    }

    [Theory]
    [InlineData("", "Enter the code that the app shows")]
    [InlineData("000000", "The code is not right")]
    [InlineData("000000000000000000000", "The code has 6 digits")]
    public async Task Post_WrongCode_IsSaidAndTheKeyStays(string code, string error)
    {
        var person = await portal.AddAsync($"setup.wrong{code.Length}");
        using var client = await portal.SignedInWithPasswordAsync(person.UserName!);
        var page = await client.GetPageAsync(Url);

        using var answer = await client.SubmitAsync(page.Form(Url), ("Code", code));

        var refused = await answer.ReadPageAsync();
        AccountsPortal.Errors(refused).Single().ShouldStartWith(error);
        refused.QuerySelector(".app-code")!.TextContent.ShouldBe(page.QuerySelector(".app-code")!.TextContent);
        (await portal.ReadAsync(db => db.Set<Authenticator>().CountAsync(row => row.PersonId == person.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Post_KeySealedForSomebodyElse_IsRefused()
    {
        await portal.AddAsync("setup.other");
        await portal.AddAsync("setup.own");
        using var other = await portal.SignedInWithPasswordAsync("setup.other");
        using var own = await portal.SignedInWithPasswordAsync("setup.own");
        var stolen = (await other.GetPageAsync(Url)).QuerySelector("input[name=Sealed]")!.GetAttribute("value");

        using var answer = await own.SubmitAsync((await own.GetPageAsync(Url)).Form(Url), ("Sealed", stolen), ("Code", "123456"));
        using var picture = await own.GetAsync($"{Url}?handler=Picture&sealed={Uri.EscapeDataString(stolen!)}");

        AccountsPortal.Errors(await answer.ReadPageAsync()).Single().ShouldStartWith("It took too long");
        picture.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_LongAfterSigningIn_AsksForThePasswordFirst()
    {
        await portal.AddAsync("setup.late");
        using var client = await portal.SignedInWithPasswordAsync("setup.late");
        portal.Clock.Advance(TimeSpan.FromMinutes(16));

        using var answer = await client.GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldBe("/account/confirm?returnUrl=%2Faccount%2Fauthenticator");
    }
}
