using System.Net;
using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members;

[Collection(MembersCollection.Name)]
[Requirement("MEM-02")]
public class AddMemberTests(MembersPortal portal)
{
    private const string New = "/members/manage/add?person=new";

    [Fact]
    public async Task Get_FindByName_OffersTheAccount()
    {
        var page = await portal.GetDocumentAsync("/members/manage/add?q=hollis", MemberPages.Officer);
        page.Words().ShouldContain("They have no account");
        var ellie = await portal.PersonIdAsync("ellie.marsh");
        (await portal.GetDocumentAsync("/members/manage/add?q=ellie", MemberPages.Officer)).QuerySelector($"a[href='/members/manage/add?person={ellie}']").ShouldNotBeNull();
        await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/add?person=nobody");
    }

    [Fact]
    public async Task Post_NothingEntered_ShowsErrorsAndKeepsWhatWasTyped()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var first = await client.SendAsync(New, "Make the account and record the term", [("GivenName", "Tess"), .. MemberPages.Date("From", null)]);
        var page = await first.ReadPageAsync();
        page.ErrorText().ShouldContain("Choose how they become a member");
        page.ErrorText().ShouldContain("Enter the first day in office");
        page.QuerySelector("input[name=GivenName]")!.GetAttribute("value").ShouldBe("Tess");

        using var second = await client.SendAsync(New, "Make the account and record the term", [("Email", "hr@northbourne.example"), ("Kind", "Elected"), ("WardId", "northgate"), .. MemberPages.Date("From", MemberPages.Today)]);
        page = await second.ReadPageAsync();
        page.ErrorText().ShouldContain("Enter the given name");
        page.ErrorText().ShouldContain("Enter the family name");
        page.ErrorText().ShouldContain("All 2 seats of Northgate are taken on 30 November 2026");
    }

    [Fact]
    public async Task Post_AddressIsTaken_NamesWhoHasIt()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.SendAsync(
            New, "Make the account and record the term", [("GivenName", "Tess"), ("FamilyName", "Tide"), ("Email", "HR@northbourne.example"), ("Kind", "CoOpted"), .. MemberPages.Date("From", MemberPages.Today)]);
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Denise Achebe has this email address. Choose their account instead");
    }

    [Fact]
    public async Task Post_NewCouncillor_HasAccountTermRoleAndLetter()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.SendAsync(
            New, "Make the account and record the term",
            [("GivenName", "Una"), ("FamilyName", "O’Shea"), ("Email", "una.o'shea@northbourne.example"), ("Kind", "Elected"), ("WardId", "millbrook"), ("GroupId", "residents"), .. MemberPages.Date("From", new DateOnly(2026, 11, 16))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = answer.Headers.Location!.OriginalString.Split('/')[^1];
        var person = await portal.ReadAsync(db => db.Users.SingleAsync(one => one.Id == id));
        (person.FullName, person.UserName, person.RoleLevel, person.PasswordHash).ShouldBe(("Una O’Shea", "una.oshea@northbourne.example", "councillor", null));
        (await portal.RolesAsync(id)).ShouldBe(["Councillor"]);
        (await portal.TermsAsync(id)).ShouldHaveSingleItem().WardId.ShouldBe("millbrook");
        (await portal.ReadAsync(db => db.GroupMemberships.SingleAsync(row => row.PersonId == id))).GroupId.ShouldBe("residents");
        (await portal.MemberAuditAsync(id)).ShouldBe(["Una O’Shea: A term as councillor begins on 16 November 2026", "Una O’Shea is a member from 16 November 2026"]);

        // The seat is taken now.
        using var again = await client.SendAsync(
            New, "Make the account and record the term",
            [("GivenName", "Una"), ("FamilyName", "O’Shea"), ("Email", "una.o'shea@northbourne.example"), ("Kind", "Elected"), ("WardId", "millbrook"), .. MemberPages.Date("From", new DateOnly(2026, 11, 16))]);
        var errors = (await again.ReadPageAsync()).ErrorText();
        errors.ShouldContain("Una O’Shea has this email address");
        errors.ShouldContain("All 2 seats of Millbrook are taken");
    }

    [Fact]
    public async Task Post_AccountThatIsThere_TermBeginsLaterAndTheRoleWithIt()
    {
        var id = await portal.PersonIdAsync("sandra.quigley");
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.SendAsync($"/members/manage/add?person={id}", "Record the term", [("Kind", "CoOpted"), .. MemberPages.Date("From", new DateOnly(2027, 2, 1))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.RolesAsync(id)).ShouldNotContain("Co-opted member");
        (await portal.GetDocumentAsync($"/members/people/{id}", MemberPages.Officer)).Words().ShouldContain("Sandra Quigley is a member from 1 February 2027");

        using var overlap = await client.SendAsync($"/members/manage/add?person={id}", "Record the term", [("Kind", "CoOpted"), .. MemberPages.Date("From", new DateOnly(2026, 12, 1))]);
        (await overlap.ReadPageAsync()).ErrorText().ShouldContain("Sandra Quigley has a term from 1 February 2027. Terms cannot overlap");
    }

    [Fact]
    public async Task Post_SecondMayor_IsRefused()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.SendAsync($"/members/manage/add?person={await portal.PersonIdAsync("thomas.ellery")}", "Record the term", [("Kind", "ElectedMayor"), .. MemberPages.Date("From", MemberPages.Today)]);
        (await answer.ReadPageAsync()).ErrorText().ShouldContain("Anwar Chowdhury is the Mayor on 30 November 2026. First end that term");
    }
}
