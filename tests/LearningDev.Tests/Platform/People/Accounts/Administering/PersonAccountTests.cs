using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Administering;

[Requirement("ADM-02")]
public class PersonAccountTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Fact]
    public async Task Get_WithoutThePermission_IsForbidden()
    {
        var person = await portal.AddAsync("person.forbidden");
        using var client = await portal.SignedInAsAsync("hr");

        using var answer = await client.GetAsync($"/admin/people/{person.Id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NobodyOfThatId_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync("/admin/people/nobody");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Person_ShowsStateAndHistory()
    {
        var person = await portal.AddAsync("person.shown");
        using var wrong = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "person.shown", "wrong");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"/admin/people/{person.Id}");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Account of Robin Ashdown");
        page.QuerySelector(".govuk-tag")!.TextContent.Trim().ShouldBe("In use");
        page.QuerySelectorAll("tbody tr").Single().TextContent.ShouldContain("Refused: wrong password");
    }

    [Fact]
    public async Task PostSend_Person_GetsALetterAndTheAdministratorIsInTheAudit()
    {
        var person = await portal.AddAsync("person.letter");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(AccountsPortal.FormOf(await client.GetPageAsync($"/admin/people/{person.Id}"), "Send"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("A letter is on its way");
        (await portal.LettersAsync(person)).Single().Text.ShouldContain("/sign-in/reset?token=");
        (await portal.AuditAsync("PasswordResetAsked", person.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PostUnlock_LockedAccount_CanSignInAgainAtOnce()
    {
        var person = await portal.AddAsync("person.unlock");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "person.unlock", "wrong");
        }

        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"/admin/people/{person.Id}");
        page.QuerySelector(".govuk-tag")!.TextContent.Trim().ShouldBe("Locked");
        var form = AccountsPortal.FormOf(page, "Unlock");
        using var answer = await client.SubmitAsync(form);

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("The account is unlocked");
        using var signedIn = await portal.SignedInWithPasswordAsync("person.unlock");
        using var again = await client.SubmitAsync(form);
        (await AccountsPortal.MessageAsync(client, again)).ShouldBe("The account was not locked");
        (await portal.AuditAsync("AccountUnlocked", person.Id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PostEnd_SignedInPerson_IsSignedOutEverywhereAtOnce()
    {
        var person = await portal.AddAsync("person.end");
        using var session = await portal.SignedInWithPasswordAsync("person.end");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync(AccountsPortal.FormOf(await client.GetPageAsync($"/admin/people/{person.Id}"), "End"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("The person is signed out everywhere");
        using var refused = await session.GetAsync("/profile");
        refused.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task PostSend_NobodyOfThatId_IsNotFound()
    {
        var person = await portal.AddAsync("person.gone");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = AccountsPortal.FormOf(await client.GetPageAsync($"/admin/people/{person.Id}"), "Send");
        form.Action = "/admin/people/nobody?handler=Send";

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
