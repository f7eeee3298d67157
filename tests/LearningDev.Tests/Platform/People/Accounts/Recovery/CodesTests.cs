using System.Net;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Accounts.Recovery;

[Requirement("ADM-02")]
public class CodesTests(AccountsPortal portal) : IClassFixture<AccountsPortal>
{
    private const string Url = "/account/recovery-codes";

    [Fact]
    public async Task Get_Stranger_IsAskedToSignIn()
    {
        using var answer = await portal.SignedOut().GetAsync(Url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Get_WithoutASecondFactor_SaysToSetOneUpAndMakesNone()
    {
        var person = await portal.AddAsync("codes.none");
        using var client = await portal.SignedInWithPasswordAsync("codes.none");
        var page = await client.GetPageAsync(Url);

        page.QuerySelector("main form").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("Set up a second step");
        (await portal.ReadAsync(db => db.Set<RecoveryCode>().CountAsync(row => row.PersonId == person.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Post_FirstTime_ShowsTenCodesOnceAndKeepsHashesOnly()
    {
        var (person, client) = await WithAppAsync("codes.first");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));
        var shown = await client.GetPageAsync(answer.Headers.Location!.OriginalString);
        var codes = shown.QuerySelectorAll("li.app-code").Select(code => code.TextContent).ToList();

        codes.Count.ShouldBe(RecoveryCodes.Count);
        (await client.GetPageAsync(Url)).QuerySelectorAll("li.app-code").ShouldBeEmpty("they are shown once");
        (await client.GetPageAsync(Url)).QuerySelector("main")!.TextContent.ShouldContain("You have 10 codes left");
        var hashes = await portal.ReadAsync(db => db.Set<RecoveryCode>().Where(row => row.PersonId == person.Id).Select(row => row.Hash).ToListAsync());
        hashes.ShouldBeUnique();
        hashes.ShouldAllBe(hash => hash.Length == 64);
        (await portal.AuditAsync("RecoveryCodesMade", person.Id)).Single().ShouldNotContain(codes[0]);
    }

    [Fact]
    public async Task Post_Again_MakesTheOldOnesGoodForNothing()
    {
        var (person, client) = await WithAppAsync("codes.again");
        var old = await portal.AddCodesAsync(person);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await portal.DoAsync(async services => (await services.GetRequiredService<RecoveryCodes>().AcceptAsync(person, old[0])).ShouldBeFalse());
    }

    [Fact]
    public async Task Post_DoubleClick_LeavesTenCodes()
    {
        var (person, client) = await WithAppAsync("codes.double");
        var form = (await client.GetPageAsync(Url)).Form(Url);
        using var first = await client.SubmitAsync(form);

        using var second = await client.SubmitAsync(form);

        (await portal.ReadAsync(db => db.Set<RecoveryCode>().CountAsync(row => row.PersonId == person.Id))).ShouldBe(RecoveryCodes.Count);
    }

    [Fact]
    public async Task Accept_AnyOrderOfCodes_EachOnceAndNoOther()
    {
        var person = await portal.AddAsync("codes.property");
        var codes = await portal.AddCodesAsync(person);
        HashSet<int> used = [];
        foreach (var index in Gen.Choose(0, codes.Count).Sample(30))
        {
            var code = index == codes.Count ? "0000-0000-0000-0000" : codes[index];
            await portal.DoAsync(async services =>
                (await services.GetRequiredService<RecoveryCodes>().AcceptAsync(person, code)).ShouldBe(index < codes.Count && used.Add(index)));
        }
    }

    [Fact]
    public void Plain_HoweverItIsTyped_IsTheSame() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString>(), typed => RecoveryCodes.Plain(RecoveryCodes.Plain(typed.Get)) == RecoveryCodes.Plain(typed.Get)).QuickCheckThrowOnFailure();

    private async Task<(LearningDev.Platform.People.Person Person, HttpClient Client)> WithAppAsync(string userName)
    {
        var person = await portal.AddAsync(userName);
        var key = await portal.AddAuthenticatorAsync(person);
        var client = portal.SignedOut();
        using var first = await AccountsPortal.GivePasswordAsync(client, userName);
        using var second = await client.SubmitAsync((await client.GetPageAsync("/sign-in/code")).Form("/sign-in/code"), ("Code", portal.CodeOf(key)));
        second.Headers.Location!.OriginalString.ShouldBe("/");
        return (person, client);
    }
}
