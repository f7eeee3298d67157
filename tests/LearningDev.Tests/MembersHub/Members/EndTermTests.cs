using System.Net;
using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members;

[Requirement("MEM-02")]
public class EndTermTests(MembersPortal portal) : IClassFixture<MembersPortal>
{
    [Fact]
    public async Task Get_NoMember_IsNotFound() =>
        await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/people/none/end", $"/members/manage/people/{await portal.PersonIdAsync("cllr.peter.hollis")}/end");

    [Fact]
    public async Task Post_LastDayInThePast_ShowsWhatHappensAndThenDoesIt()
    {
        var id = await portal.PersonIdAsync("cllr.harpreet.gill");
        var url = $"/members/manage/people/{id}/end";
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        (string, string?)[] values = [.. MemberPages.Date("Until", new DateOnly(2026, 11, 20)), ("Reason", "Resigned")];
        using var shown = await client.SendAsync(url, "See what happens", values);
        var page = await shown.ReadPageAsync();
        page.Words().ShouldContain("Chair, Licensing Committee ends on 20 November 2026");
        page.Words().ShouldContain("Group whip, Forward Northbourne ends on 20 November 2026");
        page.Words().ShouldContain("Member of Forward Northbourne ends on 20 November 2026");
        page.Words().ShouldContain("They lose the portal’s role for members at once");
        (await portal.TermsAsync(id))[^1].Until.ShouldBeNull();

        using var done = await client.SubmitAsync(page.FormWith("End the term"), "End the term", values, []);
        done.Headers.Location!.OriginalString.ShouldBe($"/members/people/{id}");
        var term = (await portal.TermsAsync(id))[^1];
        (term.Until, term.EndReason).ShouldBe((new DateOnly(2026, 11, 20), "Resigned"));
        (await portal.OfficesAsync(id)).ShouldAllBe(office => office.Until <= new DateOnly(2026, 11, 20));
        (await portal.ReadAsync(db => db.GroupMemberships.Where(row => row.PersonId == id).Select(row => row.Until).SingleAsync())).ShouldBe(new DateOnly(2026, 11, 20));
        (await portal.RolesAsync(id)).ShouldBeEmpty();
        (await portal.MemberAuditAsync(id)).TakeLast(2).ShouldBe(["Harpreet Gill: The term ends on 20 November 2026", "The term of Harpreet Gill ends on 20 November 2026"]);
        (await client.GetPageAsync($"/members/people/{id}")).Words().ShouldContain("Harpreet Gill is a former member, until 20 November 2026");
    }

    [Fact]
    public async Task Post_NothingOrTooEarly_ShowsErrors()
    {
        var url = $"/members/manage/people/{await portal.PersonIdAsync("cllr.kwame.boateng")}/end";
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var nothing = await client.SendAsync(url, "See what happens", [.. MemberPages.Date("Until", null)]);
        var errors = (await nothing.ReadPageAsync()).ErrorText();
        errors.ShouldContain("Enter the last day in office");
        errors.ShouldContain("Choose why the term ends");
        using var early = await client.SendAsync(url, "See what happens", [.. MemberPages.Date("Until", new DateOnly(2025, 10, 19)), ("Reason", "Died")]);
        (await early.ReadPageAsync()).ErrorText().ShouldContain("Last day must not be before the first, 20 October 2025");
    }

    [Fact]
    public async Task Post_TwoOfficersAtOnce_TheSecondIsTold()
    {
        var id = await portal.PersonIdAsync("cllr.conrad.ashby");
        var url = $"/members/manage/people/{id}/end";
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        (string, string?)[] values = [.. MemberPages.Date("Until", new DateOnly(2027, 1, 31)), ("Reason", "Resigned")];
        using var shown = await client.SendAsync(url, "See what happens", values);
        var page = await shown.ReadPageAsync();
        using var first = await client.SubmitAsync(page.FormWith("End the term"), "End the term", values, []);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var second = await client.SubmitAsync(page.FormWith("End the term"), "End the term", values, []);
        (await second.ReadPageAsync()).ErrorText().ShouldContain("Somebody else has changed this term meanwhile");
        (await portal.RolesAsync(id)).ShouldBe(["Councillor"]);
    }

    [Fact]
    public async Task Job_AfterTheLastDay_TakesTheRoleAndGivesItOnTheFirst()
    {
        var (leaving, coming) = (await portal.PersonIdAsync("cllr.leon.marchetti"), await portal.PersonIdAsync("wei.zhang"));
        await portal.WriteAsync(db =>
        {
            db.MemberTerms.Single(term => term.PersonId == leaving && term.Until == null).Until = new DateOnly(2026, 11, 29);
            db.Add(new TermRow { PersonId = coming, PersonName = "Wei Zhang", Kind = TermKind.CoOpted, From = MemberPages.Today });
        });
        await RunAsync();
        (await portal.RolesAsync(leaving)).ShouldBeEmpty();
        (await portal.RolesAsync(coming)).ShouldContain("Co-opted member");
        (await RunAsync()).ShouldBe("");
    }

    private async Task<string> RunAsync()
    {
        await using var scope = portal.Scope();
        return await ActivatorUtilities.CreateInstance<MemberRolesJob>(scope.ServiceProvider).RunAsync(CancellationToken.None);
    }
}
