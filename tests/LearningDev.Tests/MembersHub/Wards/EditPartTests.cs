using LearningDev.MembersHub.Members;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Wards;

[Collection(MembersCollection.Name)]
[Requirement("MEM-02")]
public class EditPartTests(MembersPortal portal)
{
    [Fact]
    public async Task Get_Unknown_IsNotFound() =>
        await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/wards/wing/new", "/members/manage/wards/ward/none", "/members/manage/wards/group/none", "/members/manage/wards/body/none");

    [Theory]
    [InlineData("ward", "Northgate", "2", "There is a ward of this name already")]
    [InlineData("ward", "Quayside", "12", "Number of councillors must be between 1 and 9")]
    [InlineData("ward", "", "2", "Enter the name")]
    [InlineData("group", "Residents’ Alliance", null, "There is a political group of this name already")]
    [InlineData("body", "Audit Committee", null, "Choose what it is")]
    public async Task Post_Wrong_ShowsError(string kind, string name, string? seats, string error)
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await client.SendAsync($"/members/manage/wards/{kind}/new", "Save", [("Name", name), .. seats is null ? [] : new (string, string?)[] { ("Seats", seats) }]);
        (await answer.ReadPageAsync()).ErrorText().ShouldContain(error);
    }

    [Fact]
    public async Task Post_NewWardGroupAndBody_AreThereAndInTheAudit()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        foreach (var (kind, values) in new (string, (string, string?)[])[]
        {
            ("ward", [("Name", "Fishmarket"), ("Seats", "3")]), ("group", [("Name", "Quay People")]), ("body", [("Name", "Audit Committee"), ("BodyKind", "Committee")]),
        })
        {
            using var done = await client.SendAsync($"/members/manage/wards/{kind}/new", "Save", values);
            done.Headers.Location!.OriginalString.ShouldBe("/members/manage/wards");
        }

        (await portal.ReadAsync(db => db.MemberWards.SingleAsync(row => row.Name == "Fishmarket"))).Seats.ShouldBe(3);
        (await portal.ReadAsync(db => db.PoliticalGroups.AnyAsync(row => row.Name == "Quay People"))).ShouldBeTrue();
        (await portal.ReadAsync(db => db.MemberBodies.SingleAsync(row => row.Name == "Audit Committee"))).Kind.ShouldBe(BodyKind.Committee);
        (await portal.ReadAsync(db => db.AuditEntries.Where(row => row.Event == "CouncilStructureChanged" && row.SubjectName == "Fishmarket").Select(row => row.Summary).SingleAsync())).ShouldBe("Added the ward Fishmarket");
        await portal.WriteAsync(db => db.RemoveRange(db.MemberWards.Where(row => row.Name == "Fishmarket")));
    }

    [Fact]
    public async Task Post_BodyEndsWhileInUse_IsRefusedAndAStalePageToo()
    {
        const string url = "/members/manage/wards/body/harbour-trust";
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await client.GetPageAsync(url);
        using var used = await client.SendAsync(url, "Save", MemberPages.Date("Until", MemberPages.Today));
        (await used.ReadPageAsync()).ErrorText().ShouldContain("Members hold offices of this body after 30 November 2026. First end those");
        using var renamed = await client.SubmitAsync(page.FormWith("Save"), "Save", [("Name", "Harbour Trust")], []);
        renamed.Headers.Location!.OriginalString.ShouldBe("/members/manage/wards");
        using var stale = await client.SubmitAsync(page.FormWith("Save"), "Save", [("Name", "Harbour Trustees")], []);
        (await stale.ReadPageAsync()).ErrorText().ShouldContain("Somebody else has changed it meanwhile");
    }
}
