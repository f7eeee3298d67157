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
public class OfficeDaysTests(MembersPortal portal)
{
    [Fact]
    public async Task Get_NoOffice_IsNotFound() => await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/offices/none");

    [Fact]
    public async Task Post_EndsOffice_AndWhoeverSawTheOldDaysIsTold()
    {
        var office = await OfficeAsync("cllr.rhys.probert", OfficeKind.ViceChair);
        var url = $"/members/manage/offices/{office.Id}";
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        var page = await client.GetPageAsync(url);
        using var wrong = await client.SubmitAsync(page.FormWith("Save the days"), "Save the days", [.. MemberPages.Date("Until", office.From.AddDays(-1))], []);
        (await wrong.ReadPageAsync()).ErrorText().ShouldContain("Last day must not be before the first");
        using var done = await client.SubmitAsync(page.FormWith("Save the days"), "Save the days", [.. MemberPages.Date("Until", MemberPages.Today)], []);
        done.Headers.Location!.OriginalString.ShouldBe($"/members/people/{office.PersonId}");
        (await OfficeAsync("cllr.rhys.probert", OfficeKind.ViceChair)).Until.ShouldBe(MemberPages.Today);
        (await portal.MemberAuditAsync(office.PersonId))[^1].ShouldBe("Rhys Probert: Changed the days of Vice-chair, Planning Committee");

        using var late = await client.SubmitAsync(page.FormWith("Save the days"), "Save the days", [.. MemberPages.Date("Until", MemberPages.Today.AddDays(1))], []);
        (await late.ReadPageAsync()).ErrorText().ShouldContain("Somebody else has changed this office meanwhile");
    }

    [Fact]
    public async Task PostRemove_ByMistake_IsGoneAndInTheAudit()
    {
        var office = await OfficeAsync("cllr.dev.trivedi", OfficeKind.BodyMember);
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var done = await client.SendAsync($"/members/manage/offices/{office.Id}", "Remove it");
        done.Headers.Location!.OriginalString.ShouldBe($"/members/people/{office.PersonId}");
        (await portal.OfficesAsync(office.PersonId)).ShouldNotContain(row => row.Id == office.Id);
        (await portal.MemberAuditAsync(office.PersonId))[^1].ShouldContain("which was entered by mistake");
    }

    private async Task<OfficeRow> OfficeAsync(string person, OfficeKind kind)
    {
        var id = await portal.PersonIdAsync(person);
        return await portal.ReadAsync(db => db.MemberOffices.AsNoTracking().Where(row => row.PersonId == id && row.Kind == kind).OrderBy(row => row.From).ThenBy(row => row.Id).FirstAsync());
    }
}
