using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Passkeys;

[Requirement("ADM-02")]
public class PasskeyTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    [Theory]
    [InlineData("no-such-passkey")]
    [InlineData("!!!")]
    public async Task Get_NoSuchPasskey_IsNotFound(string id)
    {
        await portal.AddAsync($"passkey.none{id.Length}");
        using var client = await portal.SignedInWithPasswordAsync($"passkey.none{id.Length}");

        using var answer = await client.GetAsync($"/account/passkeys/{id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_SomebodyElsesPasskey_IsNotFound()
    {
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, await portal.AddAsync("passkey.owner"));
        await portal.AddAsync("passkey.stranger");
        using var client = await portal.SignedInWithPasswordAsync("passkey.stranger");

        using var answer = await client.GetAsync($"/account/passkeys/{key.Id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_NewName_IsSavedAndAuditedWithTheOldOne()
    {
        var person = await portal.AddAsync("passkey.rename");
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        using var client = await portal.SignedInWithPasswordAsync("passkey.rename");

        using var answer = await client.SubmitAsync(Save(await client.GetPageAsync($"/account/passkeys/{key.Id}")), ("Name", "Telephone"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("The name is saved");
        (await portal.AuditAsync("PasskeyRenamed", person.Id)).Single().ShouldContain("Work laptop");
    }

    [Fact]
    public async Task Post_NoName_IsSaid()
    {
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, await portal.AddAsync("passkey.noname"));
        using var client = await portal.SignedInWithPasswordAsync("passkey.noname");

        using var answer = await client.SubmitAsync(Save(await client.GetPageAsync($"/account/passkeys/{key.Id}")), ("Name", ""));

        AccountsPortal.Errors(await answer.ReadPageAsync()).ShouldBe(["Enter a name for the passkey"]);
    }

    [Fact]
    public async Task PostRemove_Passkey_IsGoneAndSignsInNoMore()
    {
        var person = await portal.AddAsync("passkey.remove");
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        using var client = await portal.SignedInWithPasswordAsync("passkey.remove");

        using var answer = await client.SubmitAsync(AccountsPortal.FormOf(await client.GetPageAsync($"/account/passkeys/{key.Id}"), "Remove"));

        (await AccountsPortal.MessageAsync(client, answer)).ShouldBe("The passkey is removed");
        (await portal.LettersAsync(person)).Single().Subject.ShouldStartWith("A passkey was removed");
        using var browser = portal.SignedOut();
        using var refused = await SoftwareKey.SendAsync(browser, await key.SignAsync(browser));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task PostRemove_LastSecondFactorOfSomebodyWhoNeedsOne_IsRefused()
    {
        var person = await portal.AddAsync("passkey.last", "HR");
        using var key = new SoftwareKey();
        await key.AddToAsync(portal, person);
        using var client = portal.SignedOut();
        using var signedIn = await SoftwareKey.SendAsync(client, await key.SignAsync(client));
        var form = AccountsPortal.FormOf(await client.GetPageAsync($"/account/passkeys/{key.Id}"), "Remove");
        await portal.RuleAsync(rules => rules.SecondFactorRoles = ["HR"]);

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetPageAsync($"/account/passkeys/{key.Id}")).QuerySelector("main")!.TextContent.ShouldContain("this is the only one you have");
        (await portal.ReadAsync(db => db.UserPasskeys.CountAsync(row => row.UserId == person.Id))).ShouldBe(1);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Save(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.Forms.Single(form => form.QuerySelector("#Name") is not null);
}
