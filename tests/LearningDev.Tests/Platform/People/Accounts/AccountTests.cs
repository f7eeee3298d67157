using LearningDev.Tests.Platform.People.Accounts.Passkeys;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts;

[Requirement("ADM-02")]
public class AccountTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync("/account");

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_FromTheMenuOfAnyPage_IsReached()
    {
        var page = await portal.GetDocumentAsync("/");

        page.QuerySelector("header a[href='/account']")!.TextContent.ShouldBe("Your account");
    }

    [Fact]
    public async Task Get_NothingSetUp_SaysNone()
    {
        await portal.AddAsync("account.plain");
        using var client = await portal.SignedInWithPasswordAsync("account.plain");
        var rows = await RowsAsync(client);

        rows["User name"].ShouldBe("account.plain");
        rows["Second step"].ShouldBe("None");
        rows["Passkeys"].ShouldBe("None");
        rows["Signed in"].ShouldBe("In this browser only");
        rows.ShouldNotContainKey("Recovery codes");
    }

    [Fact]
    public async Task Get_EverythingSetUp_SaysWhat()
    {
        var person = await portal.AddAsync("account.full");
        await portal.AddAuthenticatorAsync(person);
        await portal.AddCodesAsync(person);
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        using var client = portal.SignedOut();
        using var signedIn = await SoftwareKey.SendAsync(client, await key.SignAsync(client));
        var rows = await RowsAsync(client);

        rows["Second step"].ShouldBe("An authenticator app");
        rows["Passkeys"].ShouldBe("1");
        rows["Recovery codes"].ShouldBe("10 left");
        rows["Signing in"].ShouldStartWith("Last on ");
    }

    [Fact]
    public async Task Get_NameAndAddressAreLong_AreShown()
    {
        var person = await portal.AddAsync(new string('n', 200), change: row => row.Email = new string('m', 200) + "@northbourne.example");
        using var client = await portal.SignedInWithPasswordAsync(person.UserName!);

        (await RowsAsync(client))["Email for letters"].ShouldBe(person.Email);
    }

    private static async Task<Dictionary<string, string>> RowsAsync(HttpClient client) =>
        (await client.GetPageAsync("/account")).QuerySelectorAll(".govuk-summary-list__row").ToDictionary(
            row => row.QuerySelector("dt")!.TextContent.Trim(), row => row.QuerySelector(".govuk-summary-list__value")!.TextContent.Trim());
}
