using System.Net;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Administering;

[Requirement("ADM-02")]
public class UseTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Fact]
    public async Task Get_WithoutThePermission_IsForbidden()
    {
        var person = await portal.AddAsync("use.forbidden");
        using var client = await portal.SignedInAsAsync("manager");

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
    public async Task Post_NoReason_IsRefused()
    {
        var person = await portal.AddAsync("use.noreason");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await SendAsync(client, person.Id, "");

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["Enter a reason"]);
    }

    [Fact]
    public async Task Post_DisableAndPutInUseAgain_EndsSessionsAndIsAuditedWithTheReasons()
    {
        var person = await portal.AddAsync("use.both");
        using var session = await portal.SignedInWithPasswordAsync("use.both");
        using var client = await portal.SignedInAsAsync("administrator");

        using var disabled = await SendAsync(client, person.Id, "Under investigation");

        (await AccountsPortal.MessageAsync(client, disabled)).ShouldBe("The account is disabled");
        using var ended = await session.GetAsync("/profile");
        ended.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var refused = await AccountsPortal.GivePasswordAsync(portal.SignedOut(), "use.both");
        AccountsPortal.Errors(await refused.ReadPageAsync()).Single().ShouldStartWith("The user name or password is not right");
        using var enabled = await SendAsync(client, person.Id, "Cleared");
        (await AccountsPortal.MessageAsync(client, enabled)).ShouldBe("The account is in use again");
        using var signedIn = await portal.SignedInWithPasswordAsync("use.both");
        (await portal.AuditAsync("AccountDisabled", person.Id)).Single().ShouldContain("Under investigation");
        (await portal.AuditAsync("AccountEnabled", person.Id)).Single().ShouldContain("Cleared");
    }

    [Fact]
    public async Task Post_TwoAdministratorsDisableEachOtherAtOnce_OneStays()
    {
        await portal.DoAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Person>>();
            await users.RemoveFromRoleAsync((await users.FindByNameAsync("administrator"))!, Role.Administrator);
        });
        var one = await portal.AddAsync("use.admin.one", Role.Administrator);
        var two = await portal.AddAsync("use.admin.two", Role.Administrator);
        using var first = await portal.SignedInWithPasswordAsync("use.admin.one");
        using var second = await portal.SignedInWithPasswordAsync("use.admin.two");
        var (formOfFirst, formOfSecond) = ((await first.GetPageAsync(UrlOf(two.Id))).Form(UrlOf(two.Id)), (await second.GetPageAsync(UrlOf(one.Id))).Form(UrlOf(one.Id)));

        await Task.WhenAll(first.SubmitAsync(formOfFirst, ("Reason", "A quarrel")), second.SubmitAsync(formOfSecond, ("Reason", "A quarrel")));

        (await portal.ReadAsync(db => db.Users.CountAsync(row => (row.Id == one.Id || row.Id == two.Id) && row.DisabledUtc == null))).ShouldBe(1);
        var (winner, id) = await portal.ReadAsync(db => db.Users.AnyAsync(row => row.Id == one.Id && row.DisabledUtc == null)) ? (first, one.Id) : (second, two.Id);
        using var oneself = await SendAsync(winner, id, "Leaving in anger");
        AccountsPortal.Errors(await oneself.ReadPageAsync()).Single().ShouldStartWith("This is the last administrator who can sign in");
        await portal.DoAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Person>>();
            await users.AddToRoleAsync((await users.FindByNameAsync("administrator"))!, Role.Administrator);
        });
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string id, string reason) =>
        await client.SubmitAsync((await client.GetPageAsync(UrlOf(id))).Form(UrlOf(id)), ("Reason", reason));

    private static string UrlOf(string id) => $"/admin/people/{id}/use";
}
