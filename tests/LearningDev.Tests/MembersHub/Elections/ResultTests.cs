using System.Text;
using LearningDev.MembersHub.Elections;
using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Elections;

/// <summary>Entering results, each test for an election of its own, of which none is confirmed.</summary>
[Collection(MembersCollection.Name)]
[Requirement("MEM-02")]
public class ResultTests(MembersPortal portal)
{
    [Fact]
    public async Task Get_NoElection_IsNotFound() => await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/election/none");

    [Fact]
    public async Task PostReturned_Ticks_AreTheResultUntilTheyAreChanged()
    {
        var url = await BegunAsync("ticks", new DateOnly(2026, 10, 1));
        var (ruth, agnes) = (await portal.PersonIdAsync("councillor"), await portal.PersonIdAsync("cllr.agnes.mcbride"));
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var both = await client.SendAsync(url, "Save who was returned", ("Returned", ruth), ("Returned", agnes));
        both.Headers.Location!.OriginalString.ShouldBe(url);
        (await ResultsAsync("ticks")).Select(row => (row.Name, row.WardId, row.GroupId)).ShouldBe([("Agnes McBride", "millbrook", null), ("Ruth Callaghan", "northgate", "forward")], ignoreOrder: true);
        using var one = await client.SendAsync(url, "Save who was returned", ("Returned", agnes));
        (await ResultsAsync("ticks")).ShouldHaveSingleItem().PersonId.ShouldBe(agnes);
        using var removed = await client.SendAsync(url, "Remove Agnes McBride");
        (await ResultsAsync("ticks")).ShouldBeEmpty();
    }

    [Fact]
    public async Task PostAdd_Person_IsCheckedAndReplacesAnEarlierLine()
    {
        var url = await BegunAsync("one", new DateOnly(2026, 10, 2));
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var wrong = await client.SendAsync(url, "Add to the result", ("GivenName", "Vera"), ("Email", "not an address"));
        var page = await wrong.ReadPageAsync();
        page.ErrorText().ShouldContain("Enter the family name");
        page.ErrorText().ShouldContain("Enter an email address in the right form");
        page.ErrorText().ShouldContain("Enter the ward, or Mayor");
        page.QuerySelector("input[name=GivenName]")!.GetAttribute("value").ShouldBe("Vera");

        (string, string?)[] vera = [("GivenName", "Vera"), ("FamilyName", "Voss"), ("Email", "vera.voss@northbourne.example"), ("Ward", "Old Town")];
        using var first = await client.SendAsync(url, "Add to the result", vera);
        using var second = await client.SendAsync(url, "Add to the result", [.. vera[..3], ("Ward", "Mayor"), ("Group", "Residents’ Alliance")]);
        var row = (await ResultsAsync("one")).ShouldHaveSingleItem();
        (row.Kind, row.WardId, row.GroupId, row.PersonId).ShouldBe((TermKind.ElectedMayor, null, "residents", null));
        using var known = await client.SendAsync(url, "Add to the result", ("Email", "COUNCILLOR@northbourne.example"), ("Ward", "Seven Acres"));
        var ruth = (await ResultsAsync("one")).Single(one => one.PersonId is not null);
        (ruth.Name, ruth.WardId).ShouldBe(("Ruth Callaghan", "seven-acres"));
    }

    [Fact]
    public async Task PostFile_Rows_AreAddedTogetherOrNotAtAll()
    {
        var url = await BegunAsync("file", new DateOnly(2026, 10, 3));
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var none = await UploadAsync(client, url, "Ward,Name\r\nOld Town,Ann\r\n");
        (await none.ReadPageAsync()).ErrorText().ShouldContain("The file has no column “Given name”");
        const string header = "Ward;Given name;Family name;Email;Group\r\n";
        using var wrong = await UploadAsync(client, url, header + "Old Town;Ann;Ames;ann@northbourne.example;\r\nNowhere;Bob;Birch;ann@northbourne.example;Nobodies\r\n");
        var page = await wrong.ReadPageAsync();
        page.ErrorText().ShouldContain("Nothing was added: 3 things are wrong in the file");
        page.Words().ShouldContain("Row 3: There is no ward “Nowhere”");
        page.Words().ShouldContain("Row 3: There is no political group “Nobodies”");
        page.Words().ShouldContain("Row 3: This address is there twice");
        (await ResultsAsync("file")).ShouldBeEmpty();

        using var done = await UploadAsync(client, url, header + "Old Town;Ann;Ames;ann@northbourne.example;\r\nold town;Bob;Birch;bob@northbourne.example;residents' alliance\r\n");
        done.Headers.Location!.OriginalString.ShouldBe(url);
        (await ResultsAsync("file")).Count.ShouldBe(2);
        using var empty = await UploadAsync(client, url, header);
        (await empty.ReadPageAsync()).ErrorText().ShouldContain("The file has no rows below its header");
        using var template = await client.GetAsync($"{url}?handler=Template");
        (await template.Content.ReadAsStringAsync()).ShouldContain("Ward,Given name,Family name,Email,Group");
    }

    [Fact]
    public async Task Post_TwoOfficersAtOnce_TheSecondSeesWhatTheFirstHasDone()
    {
        var url = await BegunAsync("two", new DateOnly(2026, 10, 4));
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await client.GetPageAsync(url);
        (string, string?)[] vera = [("GivenName", "Vera"), ("FamilyName", "Voss"), ("Email", "vera.voss@northbourne.example"), ("Ward", "Old Town")];
        using var first = await client.SubmitAsync(page.FormWith("Add to the result"), "Add to the result", vera, []);
        using var second = await client.SubmitAsync(page.FormWith("Add to the result"), "Add to the result", [("GivenName", "Walt"), ("FamilyName", "Wise"), ("Email", "walt@northbourne.example"), ("Ward", "Old Town")], []);
        var shown = await second.ReadPageAsync();
        shown.ErrorText().ShouldContain("Somebody else has changed this result meanwhile");
        shown.Words().ShouldContain("Vera Voss");
        shown.QuerySelector("input[name=GivenName]")!.GetAttribute("value").ShouldBe("Walt");
        using var again = await client.SubmitAsync(shown.FormWith("Add to the result"), "Add to the result", [], []);
        (await ResultsAsync("two")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task PostDelete_Draft_IsGone()
    {
        var url = await BegunAsync("gone", new DateOnly(2026, 10, 5));
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var done = await client.SendAsync(url, "Delete the result");
        done.Headers.Location!.OriginalString.ShouldBe("/members/manage/election");
        (await portal.ReadAsync(db => db.Elections.AnyAsync(row => row.Id == "gone"))).ShouldBeFalse();
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "ElectionDeleted" && row.SubjectId == "gone"))).ShouldBeTrue();
    }

    private async Task<string> BegunAsync(string id, DateOnly day)
    {
        await portal.WriteAsync(db => db.Add(new ElectionRow { Id = id, Day = day }));
        return $"/members/manage/election/{id}";
    }

    private Task<List<ElectionResultRow>> ResultsAsync(string id) => portal.ReadAsync(db => db.ElectionResults.AsNoTracking().Where(row => row.ElectionId == id).ToListAsync());

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string url, string csv) =>
        await client.SubmitAsync((await client.GetPageAsync(url)).FormWith("Add from the file"), "Add from the file", [], [new FormFile("Upload", "result.csv", "text/csv", Encoding.UTF8.GetBytes(csv))]);
}
