using System.Net;
using LearningDev.Platform.People.Accounts.Resetting;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Resetting;

[Requirement("ADM-02")]
public class ForgottenTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/sign-in/forgotten";

    [Theory]
    [InlineData("forgotten.by.name")]
    [InlineData("forgotten.by.email@northbourne.example")]
    public async Task Post_KnownNameOrAddress_SendsALetterWithALink(string typed)
    {
        var person = await portal.AddAsync(typed.Split('@')[0]);
        using var client = portal.SignedOut();

        using var answer = await AskAsync(client, typed);

        answer.Headers.Location!.OriginalString.ShouldBe($"{Url}?sent=true");
        var letter = (await portal.LettersAsync(person)).Single();
        letter.Text.ShouldContain("http://localhost/sign-in/reset?token=");
        letter.Text.ShouldContain("within 4 hours");
        (await portal.AuditAsync("PasswordResetAsked", person.Id)).Single().ShouldNotContain("token");
    }

    [Fact]
    public async Task Post_NobodyOfThatName_AnswersTheSameAndSendsNothing()
    {
        await portal.AddAsync("forgotten.known");
        using var client = portal.SignedOut();
        using var known = await AskAsync(client, "forgotten.known");
        using var unknown = await AskAsync(client, "nobody-of-that-name");

        unknown.StatusCode.ShouldBe(known.StatusCode);
        unknown.Headers.Location.ShouldBe(known.Headers.Location);
        (await client.GetPageAsync($"{Url}?sent=true")).QuerySelector("h1")!.TextContent.ShouldBe("Look at your email");
    }

    [Fact]
    public async Task Post_LeftOrDisabledOrWithoutAddress_SendsNothing()
    {
        var left = await portal.AddAsync("forgotten.left", change: row => row.LeavesOn = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-2));
        var disabled = await portal.AddAsync("forgotten.disabled", change: row => row.DisabledUtc = portal.Clock.GetUtcNow().UtcDateTime);
        using var client = portal.SignedOut();

        using var one = await AskAsync(client, "forgotten.left");
        using var two = await AskAsync(client, "forgotten.disabled");

        (await portal.LettersAsync(left)).ShouldBeEmpty();
        (await portal.LettersAsync(disabled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_ManyTimes_SendsNoMoreThanThreeLettersAnHour()
    {
        var person = await portal.AddAsync("forgotten.often");
        using var client = portal.SignedOut();
        for (var time = 0; time < 5; time++)
        {
            using var answer = await AskAsync(client, "forgotten.often");
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await portal.LettersAsync(person)).Count.ShouldBe(PasswordResets.LettersAnHour);
    }

    [Fact]
    public async Task Post_NothingTyped_SaysWhatToEnter()
    {
        using var answer = await AskAsync(portal.SignedOut(), "");

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["Enter your user name or email address"]);
    }

    [Fact]
    public async Task Post_RequestForAnotherHost_SendsNoLinkToIt()
    {
        var person = await portal.AddAsync("forgotten.host");
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync(Url)).Form(Url);
        client.DefaultRequestHeaders.Host = "attacker.example";

        using var answer = await client.SubmitAsync(form, ("Name", "forgotten.host"));

        (await portal.LettersAsync(person)).ShouldBeEmpty();
        (await portal.ReadAsync(db => db.Set<PasswordReset>().CountAsync(row => row.PersonId == person.Id))).ShouldBe(0);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string name) =>
        await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("Name", name));
}
