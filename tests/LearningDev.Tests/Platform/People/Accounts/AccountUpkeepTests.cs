using System.Net;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.People.Accounts.History;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts;

[Requirement("ADM-02")]
public class AccountUpkeepTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Fact]
    public async Task Run_LeaversAndOldRecords_EndsAndDeletesThemAndTwiceDoesNoHarm()
    {
        var left = await portal.AddAsync("upkeep.left");
        var stays = await portal.AddAsync("upkeep.stays");
        using var one = await portal.SignedInWithPasswordAsync("upkeep.left");
        using var two = await portal.SignedInWithPasswordAsync("upkeep.stays");
        await portal.DoAsync(async services =>
        {
            var db = services.GetRequiredService<LearningDev.Platform.Data.PortalDb>();
            await db.Users.Where(row => row.Id == left.Id).ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.LeavesOn, DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime).AddDays(-2)));
        });

        (await RunAsync()).ShouldContain("Ended 1 sessions");

        (await OpenAsync(left.Id)).ShouldBe(0);
        (await OpenAsync(stays.Id)).ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromDays(366));
        (await RunAsync()).ShouldNotBeEmpty();
        portal.Clock.Advance(TimeSpan.FromDays(366));
        (await RunAsync()).ShouldNotBeEmpty();
        (await portal.ReadAsync(db => db.Set<Session>().CountAsync())).ShouldBe(0);
        (await portal.ReadAsync(db => db.Set<SignInRecord>().CountAsync())).ShouldBe(0);
        (await RunAsync()).ShouldBeEmpty();
        (await portal.AuditAsync("AccountRecordsTidied", "")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Letter_NewBrowser_IsSentFromTheSecondBrowserOn()
    {
        await portal.RuleAsync(rules => rules.TellOfNewBrowsers = true);
        var person = await portal.AddAsync("browsers.new");
        using var first = await portal.SignedInWithPasswordAsync("browsers.new");
        using var again = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "browsers.new", "wrong");
        (await portal.LettersAsync(person)).ShouldBeEmpty();

        using var second = await portal.SignedInWithPasswordAsync("browsers.new");

        (await portal.LettersAsync(person)).Single().Subject.ShouldStartWith("Your account was used in a new browser");
        await portal.RuleAsync(rules => rules.TellOfNewBrowsers = false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_KnownOrUnknownName_IsAnsweredAndLockedAlike(bool isKnown)
    {
        var userName = isKnown ? "alike.known" : "alike.unknown";
        if (isKnown)
        {
            await portal.AddAsync(userName);
        }

        List<string> errors = [];
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var answer = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), userName, "wrong");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            errors.Add(AccountsPortal.Errors(await answer.ReadPageAsync()).Single());
        }

        errors.Take(4).ShouldAllBe(error => error == "The user name or password is not right, or the account is not in use");
        errors.Skip(4).ShouldAllBe(error => error == "This account is locked for 15 minutes after too many wrong passwords or codes. Try again later");
    }

    private async Task<string> RunAsync()
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<AccountUpkeep>().RunAsync(default);
    }

    private Task<int> OpenAsync(string personId) => portal.ReadAsync(db => db.Set<Session>().CountAsync(row => row.PersonId == personId && row.EndedUtc == null));
}
