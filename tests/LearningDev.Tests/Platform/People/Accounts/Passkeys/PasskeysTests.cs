using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Passkeys;

[Requirement("ADM-02")]
public class PasskeysTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/passkeys";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_NoPasskeyYet_SaysSoAndWhatIsMissingWithoutScript()
    {
        await portal.AddAsync("passkeys.none");
        using var client = await portal.SignedInWithPasswordAsync("passkeys.none");
        var page = await client.GetPageAsync(Url);

        page.QuerySelector("main")!.TextContent.ShouldContain("You have no passkey yet");
        page.QuerySelector("[data-passkey-missing]")!.TextContent.ShouldContain("JavaScript");
        page.Form(Url).HasAttribute("hidden").ShouldBeTrue();
    }

    [Fact]
    public async Task Post_NewPasskey_IsListedSignsInAndTells()
    {
        var person = await portal.AddAsync("passkeys.new");
        using var client = await portal.SignedInWithPasswordAsync("passkeys.new");
        using var key = new SoftwareKey();

        using var answer = await AddAsync(client, await key.MakeAsync(client), "Work laptop");

        answer.Headers.Location!.OriginalString.ShouldBe("/account/recovery-codes");
        (await client.GetPageAsync(Url)).QuerySelector(".govuk-summary-list")!.TextContent.ShouldContain("Work laptop");
        (await portal.LettersAsync(person)).Single().Subject.ShouldStartWith("A passkey was added");
        (await portal.AuditAsync("PasskeyAdded", person.Id)).ShouldHaveSingleItem();
        using var browser = portal.SignedOut();
        using var signedIn = await SoftwareKey.SendAsync(browser, await key.SignAsync(browser));
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task Post_AnswerThatIsNotRight_IsRefused(string credential)
    {
        var person = await portal.AddAsync($"passkeys.wrong{credential.Length}");
        using var client = await portal.SignedInWithPasswordAsync(person.UserName!);

        using var answer = await AddAsync(client, credential, "Work laptop");

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["The passkey could not be added. Try again"]);
        (await CountAsync(person.Id)).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "Enter a name for the passkey")]
    [InlineData("a name that is longer than anybody would ever give to a passkey of theirs", "Name of the passkey must be 60 characters or fewer")]
    public async Task Post_NameThatWillNotDo_IsSaid(string name, string error)
    {
        var person = await portal.AddAsync($"passkeys.name{name.Length}");
        using var client = await portal.SignedInWithPasswordAsync(person.UserName!);

        using var answer = await AddAsync(client, "{}", name);

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe([error]);
    }

    [Fact]
    public async Task Post_ChallengeOfSomebodyElse_IsRefused()
    {
        var one = await portal.AddAsync("passkeys.one");
        await portal.AddAsync("passkeys.other");
        using var client = await portal.SignedInWithPasswordAsync("passkeys.one");
        using var other = await portal.SignedInWithPasswordAsync("passkeys.other");
        using var key = new SoftwareKey();

        using var answer = await AddAsync(client, await key.MakeAsync(other), "Stolen");

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["The passkey could not be added. Try again"]);
        (await CountAsync(one.Id)).ShouldBe(0);
    }

    private Task<int> CountAsync(string personId) => portal.ReadAsync(db => db.UserPasskeys.CountAsync(row => row.UserId == personId));

    private static async Task<HttpResponseMessage> AddAsync(HttpClient client, string credential, string name) =>
        await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("credential", credential), ("Name", name));
}
