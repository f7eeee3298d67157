using System.Net;
using LearningDev.Tests.Platform.People.Accounts.Passkeys;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Administering;

[Requirement("ADM-02")]
public class RemoveSecondFactorTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Fact]
    public async Task Get_WithoutThePermission_IsForbidden()
    {
        var person = await portal.AddAsync("remove.forbidden");
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(UrlOf(person.Id));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NobodyOfThatId_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync(UrlOf("nobody"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NothingToRemove_SaysSo()
    {
        var person = await portal.AddAsync("remove.nothing");
        using var client = await portal.SignedInAsAsync("administrator");

        (await client.GetPageAsync(UrlOf(person.Id))).QuerySelector("main")!.TextContent.ShouldContain("This account has no second step");
    }

    [Fact]
    public async Task Post_NoReason_IsRefused()
    {
        var person = await portal.AddAsync("remove.noreason");
        await portal.AddAuthenticatorAsync(person);
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(UrlOf(person.Id))).Form(UrlOf(person.Id)));

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["Enter a reason"]);
    }

    [Fact]
    public async Task Post_Reason_RemovesAllEndsSessionsTellsAndIsAudited()
    {
        var person = await portal.AddAsync("remove.all");
        using var session = await portal.SignedInWithPasswordAsync("remove.all");
        await portal.AddAuthenticatorAsync(person);
        await portal.AddCodesAsync(person);
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(UrlOf(person.Id))).Form(UrlOf(person.Id)), ("Reason", "Lost the phone; called back"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("The second step is removed");
        using var ended = await session.GetAsync("/profile");
        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.AuditAsync("AuthenticatorRemoved", person.Id)).Single().ShouldContain("Lost the phone; called back");
        (await portal.ReadAsync(db => db.UserPasskeys.CountAsync(row => row.UserId == person.Id))).ShouldBe(0);
        var letters = await portal.LettersAsync(person);
        letters.Count.ShouldBe(2);
        letters.ShouldAllBe(letter => letter.Text.Contains("Lost the phone", StringComparison.Ordinal));
        using var signedIn = await portal.SignedInWithPasswordAsync("remove.all");
    }

    private static string UrlOf(string id) => $"/admin/people/{id}/second-factor";
}
