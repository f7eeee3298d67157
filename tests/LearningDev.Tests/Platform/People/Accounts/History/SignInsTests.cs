using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.History;

[Requirement("ADM-02")]
public class SignInsTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/sign-ins";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_AfterAWrongPassword_ShowsBothNewestFirst()
    {
        await portal.AddAsync("history.wrong");
        using var wrong = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "history.wrong", "wrong");
        using var client = await portal.SignedInWithPasswordAsync("history.wrong");

        var rows = (await client.GetPageAsync(Url)).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("Signed in with a password");
        rows[1].ShouldContain("Refused: wrong password");
    }

    [Fact]
    public async Task Get_ManyAttempts_ArePaged()
    {
        await portal.AddAsync("history.many");
        await portal.RuleAsync(rules => rules.WrongAttempts = 100);
        for (var attempt = 0; attempt < 21; attempt++)
        {
            using var wrong = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "history.many", "wrong");
        }

        using var client = await portal.SignedInWithPasswordAsync("history.many");
        var page = await client.GetPageAsync(Url);
        var older = await client.GetPageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        older.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        older.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe(Url);
    }

    [Fact]
    public async Task Get_SomebodyElse_IsNotShown()
    {
        await portal.AddAsync("history.one");
        await portal.AddAsync("history.two");
        using var one = await portal.SignedInWithPasswordAsync("history.one");
        using var two = await portal.SignedInWithPasswordAsync("history.two");

        (await two.GetPageAsync(Url)).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("?before=1")]
    [InlineData("?before=nonsense")]
    public async Task Get_AddressCutShort_ShowsAPage(string query)
    {
        await portal.AddAsync($"history.cut{query.Length}");
        using var client = await portal.SignedInWithPasswordAsync($"history.cut{query.Length}");

        (await client.GetPageAsync(Url + query)).QuerySelector("h1")!.TextContent.ShouldBe("When you signed in");
    }
}
