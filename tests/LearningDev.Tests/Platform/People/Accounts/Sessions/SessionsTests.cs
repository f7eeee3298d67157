using System.Net;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Sessions;

[Requirement("ADM-02")]
public class SessionsTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/sessions";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_TwoBrowsers_ListsBothAndMarksThisOne()
    {
        await portal.AddAsync("sessions.two");
        using var phone = await portal.SignedInWithPasswordAsync("sessions.two");
        using var client = portal.SignedOut();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0");
        using var signedIn = await AccountsPortal.GivePasswordAsync(client, "sessions.two");

        var titles = (await client.GetPageAsync(Url)).QuerySelectorAll(".govuk-summary-card__title").Select(title => title.TextContent.Trim()).ToList();

        titles.Count.ShouldBe(2);
        titles.Count(title => title.StartsWith("Edge on Windows", StringComparison.Ordinal) && title.EndsWith("This browser", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task PostEnd_OtherBrowser_IsSignedOutAtOnceAndAudited()
    {
        var person = await portal.AddAsync("sessions.end");
        using var other = await portal.SignedInWithPasswordAsync("sessions.end");
        using var client = await portal.SignedInWithPasswordAsync("sessions.end");
        (await other.GetPageAsync("/profile")).ShouldNotBeNull();

        using var answer = await client.SubmitAsync(AccountsPortal.FormOf(await client.GetPageAsync(Url), "End"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("That browser is signed out");
        using var refused = await other.GetAsync("/profile");
        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.AuditAsync("SessionsEnded", person.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PostEnd_TwiceOrAnotherPersons_ChangesNothing()
    {
        var victim = await portal.AddAsync("sessions.victim");
        await portal.AddAsync("sessions.attacker");
        using var theirs = await portal.SignedInWithPasswordAsync("sessions.victim");
        using var own = await portal.SignedInWithPasswordAsync("sessions.attacker");
        using var client = await portal.SignedInWithPasswordAsync("sessions.attacker");
        var id = await portal.ReadAsync(db => db.Set<Session>().Where(row => row.PersonId == victim.Id).Select(row => row.Id).SingleAsync());
        var form = AccountsPortal.FormOf(await client.GetPageAsync(Url), "End");

        using var answer = await client.SubmitAsync(form, ("id", id));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("That browser had been signed out already");
        (await theirs.GetPageAsync("/profile")).ShouldNotBeNull();
    }

    [Fact]
    public async Task PostOthers_ThreeBrowsers_OnlyThisOneStays()
    {
        await portal.AddAsync("sessions.others");
        using var one = await portal.SignedInWithPasswordAsync("sessions.others");
        using var two = await portal.SignedInWithPasswordAsync("sessions.others");
        using var client = await portal.SignedInWithPasswordAsync("sessions.others");

        using var answer = await client.SubmitAsync(AccountsPortal.FormOf(await client.GetPageAsync(Url), "Others"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("All other browsers are signed out");
        using var refused = await one.GetAsync("/profile");
        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync(Url)).QuerySelectorAll(".govuk-summary-card").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Cookie_AfterSigningOut_IsWorthNothing()
    {
        await portal.AddAsync("sessions.cookie");
        using var client = portal.SignedOut();
        using var signedIn = await AccountsPortal.GivePasswordAsync(client, "sessions.cookie");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("learningdev=", StringComparison.Ordinal)).Split(';')[0];
        using var signedOut = await client.SubmitAsync((await client.GetPageAsync("/profile")).Form("/sign-out"));

        using var thief = portal.SignedOut();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/profile") { Headers = { { "Cookie", cookie } } };
        using var answer = await thief.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_UsedOrNot_EndsWhenItsHoursAreOver()
    {
        await portal.AddAsync("sessions.idle");
        using var idle = await portal.SignedInWithPasswordAsync("sessions.idle");
        using var used = await portal.SignedInWithPasswordAsync("sessions.idle");
        portal.Clock.Advance(TimeSpan.FromHours(6));
        (await used.GetPageAsync("/profile")).ShouldNotBeNull();
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<SessionActivity>().FlushAsync(default);
        }

        portal.Clock.Advance(TimeSpan.FromHours(6));
        using var tooLate = await idle.GetAsync("/profile");
        tooLate.StatusCode.ShouldBe(HttpStatusCode.Redirect, "not used for twelve hours");
        (await used.GetPageAsync("/profile")).ShouldNotBeNull("used six hours ago");
        portal.Clock.Advance(TimeSpan.FromHours(9));
        (await used.GetPageAsync("/profile")).ShouldNotBeNull();
        portal.Clock.Advance(TimeSpan.FromHours(4));
        using var tooLong = await used.GetAsync("/profile");
        tooLong.StatusCode.ShouldBe(HttpStatusCode.Redirect, "signed in for a day");
    }
}
