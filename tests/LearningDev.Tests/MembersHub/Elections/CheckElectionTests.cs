using System.Net;
using System.Text;
using LearningDev.MembersHub.Elections;
using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Elections;

/// <summary>
/// An election of 45 members on Thursday 26 November 2026, of whom 20 are new. Of 31 who sat before, 6 are not returned. Retirement is on the fourth day, which is today.
/// </summary>
[Requirement("MEM-02")]
public class CheckElectionTests(CheckElectionTests.ElectionPortal portal) : IClassFixture<CheckElectionTests.ElectionPortal>
{
    private const string Id = "polling-day";
    private const string Url = $"/members/manage/election/{Id}/check";

    private static readonly DateOnly Day = new(2026, 11, 26);
    private static readonly DateOnly InOffice = new(2026, 11, 30);

    public sealed class ElectionPortal : MembersPortal
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.AddSittingMembersAsync();
            await this.WriteAsync(db => db.Add(new ElectionRow { Id = Id, Day = Day }));
        }
    }

    [Fact]
    public async Task Post_FortyFiveOfWhomTwentyAreNew_EndsReturnsAndBegins()
    {
        var (ruth, harpreet, anwar) = (await portal.PersonIdAsync("councillor"), await portal.PersonIdAsync("cllr.harpreet.gill"), await portal.PersonIdAsync("cllr.anwar.chowdhury"));
        var sitting = await portal.ReadAsync(db => db.MemberTerms.Where(term => term.Until == null && term.Kind != TermKind.CoOpted).Select(term => term.PersonId).ToListAsync());
        sitting.Count.ShouldBe(31);
        List<string> out6 = [harpreet, .. await portal.ReadAsync(db => db.Users.Where(person => person.GivenName == "Sitting").OrderBy(person => person.UserName).Select(person => person.Id).Take(5).ToListAsync())];
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);

        // Nobody is in the result: it cannot be confirmed.
        (await client.GetPageAsync(Url)).Words().ShouldContain("Nobody is in the result yet");

        using var ticked = await client.SendAsync($"/members/manage/election/{Id}", "Save who was returned", [.. sitting.Except(out6).Select(person => ("Returned", (string?)person))]);
        ticked.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // Ruth changes her group; among the new ones one has an account and was a member before.
        using var changed = await client.SendAsync($"/members/manage/election/{Id}", "Add to the result", ("Email", "councillor@northbourne.example"), ("Ward", "Northgate"), ("Group", "Residents’ Alliance"));
        using var former = await client.SendAsync($"/members/manage/election/{Id}", "Add to the result", ("Email", "cllr.peter.hollis@northbourne.example"), ("Ward", "Station Road"));
        var wards = new[] { "Harbour Quarter", "Riverside", "Northgate", "Seven Acres", "Castle Hill" };
        var csv = "Ward,Given name,Family name,Email,Group\r\n" + string.Concat(Enumerable.Range(0, 19).Select(number => $"{wards[number % 5]},New,Member {number},new.{number}@northbourne.example,{(number % 2 == 0 ? "Forward Northbourne" : "")}\r\n"));
        var page = await client.GetPageAsync($"/members/manage/election/{Id}");
        using var uploaded = await client.SubmitAsync(page.FormWith("Add from the file"), "Add from the file", [], [new FormFile("Upload", "result.csv", "text/csv", Encoding.UTF8.GetBytes(csv))]);
        uploaded.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var check = await client.GetPageAsync(Url);
        var words = check.Words();
        words.ShouldContain("Members retire and new ones come into office on 30 November 2026");
        words.ShouldContain("6 terms end");
        words.ShouldContain("25 members are returned");
        words.ShouldContain("20 members begin");
        words.ShouldContain("Harpreet Gill 30 November 2026 Group whip; ");
        words.ShouldContain("Offices until 18 May 2027");
        words.ShouldNotContain("Before you can confirm it");

        // Two officers at the same moment, and a double click afterwards: it is done once, and all are led to what became of it.
        using var colleague = await portal.SignedInAsAsync("administrator");
        var same = await colleague.GetPageAsync(Url);
        var confirmed = await Task.WhenAll(client.SubmitAsync(check.FormWith("Confirm the result"), "Confirm the result", [], []), colleague.SubmitAsync(same.FormWith("Confirm the result"), "Confirm the result", [], []));
        using var twice = await client.SubmitAsync(check.FormWith("Confirm the result"), "Confirm the result", [], []);
        foreach (var answer in (HttpResponseMessage[])[.. confirmed, twice])
        {
            answer.Headers.Location!.OriginalString.ShouldBe($"/members/manage/election/{Id}");
            answer.Dispose();
        }

        (await portal.ReadAsync(db => db.AuditEntries.Where(row => row.Event == "ElectionConfirmed").Select(row => row.Summary).ToListAsync())).ShouldBe(
            ["Confirmed the result of the election on 26 November 2026: 6 not returned, 25 returned, 20 new, in office from 30 November 2026"]);
        using var again = await client.SendAsync("/members/manage/election", "Go on", MemberPages.Date("Day", Day));
        (await again.ReadPageAsync()).ErrorText().ShouldContain("is confirmed already. It cannot be entered twice");

        await using (var scope = portal.Scope())
        {
            var members = await scope.ServiceProvider.GetRequiredService<MemberDirectory>().AllAsync(InOffice.AddDays(1));
            members.Count(member => member.IsElected).ShouldBe(45);
            members.Count.ShouldBe(47);
            members.Count(member => member.GroupName == "Residents’ Alliance").ShouldBe(5);
            members.Single(member => member.PersonId == ruth).GroupId.ShouldBe("residents");
        }

        (await portal.TermsAsync(harpreet))[^1].ShouldSatisfyAllConditions(term => term.Until.ShouldBe(InOffice), term => term.EndReason.ShouldBe("Not returned at the election on 26 November 2026"));
        (await portal.OfficesAsync(harpreet)).ShouldAllBe(office => office.Until <= InOffice);
        (await portal.TermsAsync(ruth)).TakeLast(2).Select(term => (term.From, term.Until)).ShouldBe([(new DateOnly(2023, 5, 8), InOffice.AddDays(-1)), (InOffice, null)]);
        (await portal.OfficesAsync(ruth)).ShouldAllBe(office => office.Until == new DateOnly(2027, 5, 18));
        (await portal.OfficesAsync(anwar)).Where(office => office.Kind == OfficeKind.Mayor).Select(office => (office.From, office.Until)).ShouldBe([(new DateOnly(2023, 5, 8), InOffice.AddDays(-1)), (InOffice, null)]);

        var made = await portal.ReadAsync(db => db.Users.Where(person => person.GivenName == "New").ToListAsync());
        made.Count.ShouldBe(19);
        made.ShouldAllBe(person => person.JobTitle == "Councillor" && person.RoleLevel == "councillor");
        foreach (var person in made.Take(2))
        {
            (await portal.RolesAsync(person.Id)).ShouldBe(["Councillor"]);
        }

        (await portal.RolesAsync(harpreet)).ShouldBe(["Councillor"]);
        (await portal.RolesAsync(await portal.PersonIdAsync("cllr.peter.hollis"))).ShouldBe(["Councillor"]);
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Event == "MemberTermBegan"))).ShouldBe(45);
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(row => row.Event == "MemberTermEnded"))).ShouldBe(31);

        var done = (await client.GetPageAsync($"/members/manage/election/{Id}")).Words();
        done.ShouldContain("Ruth Callaghan Northgate Yes");
        done.ShouldContain("New Member 3 Seven Acres No, new");

        // The day after their last one, the roles of those who are out are gone.
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await using (var scope = portal.Scope())
        {
            (await ActivatorUtilities.CreateInstance<MemberRolesJob>(scope.ServiceProvider).RunAsync(CancellationToken.None)).ShouldBe("6 roles changed");
        }

        (await portal.RolesAsync(harpreet)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_TooManyForAWard_SaysSoAndOffersNoButton()
    {
        await portal.WriteAsync(db =>
        {
            db.Add(new ElectionRow { Id = "crowded", Day = new DateOnly(2026, 11, 5) });
            db.AddRange(Enumerable.Range(0, 7).Select(number => new ElectionResultRow { ElectionId = "crowded", GivenName = "One", FamilyName = $"Too {number}", Email = $"too.{number}@northbourne.example", Kind = TermKind.Elected, WardId = "riverside" }));
        });
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await client.GetPageAsync("/members/manage/election/crowded/check");
        page.Words().ShouldContain("7 people are returned for Riverside, which elects 6");
        page.QuerySelectorAll("button").ShouldNotContain(button => button.TextContent.Contains("Confirm", StringComparison.Ordinal));
        await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/election/none/check");
    }
}
