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
public class ChangeGroupTests(MembersPortal portal)
{
    [Fact]
    public async Task Get_CoOptedOrNobody_IsNotFound() =>
        await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/people/none/group", $"/members/manage/people/{await portal.PersonIdAsync("coopted.lena.fischer")}/group");

    [Fact]
    public async Task Post_LeaderChangesGroup_StopsLeadingOnTheDayBefore()
    {
        var id = await portal.PersonIdAsync("cllr.joan.whitlock");
        var url = $"/members/manage/people/{id}/group";
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var same = await client.SendAsync(url, "Change the group", [("GroupId", "residents"), .. MemberPages.Date("From", MemberPages.Today)]);
        (await same.ReadPageAsync()).ErrorText().ShouldContain("They belong to this group on that day already");

        using var done = await client.SendAsync(url, "Change the group", [("GroupId", "independents"), .. MemberPages.Date("From", new DateOnly(2026, 12, 1))]);
        done.Headers.Location!.OriginalString.ShouldBe($"/members/people/{id}");
        var rows = await portal.ReadAsync(db => db.GroupMemberships.Where(row => row.PersonId == id).OrderBy(row => row.From).ToListAsync());
        rows.Select(row => (row.GroupId, row.Until)).ShouldBe([("residents", new DateOnly(2026, 11, 30)), ("independents", null)]);
        (await portal.OfficesAsync(id)).Single(office => office.Kind == OfficeKind.GroupLeader).Until.ShouldBe(new DateOnly(2026, 11, 30));
        (await portal.MemberAuditAsync(id))[^1].ShouldBe("Joan Whitlock: Changed the political group from 1 December 2026");

        using var before = await client.SendAsync(url, "Change the group", [("GroupId", ""), .. MemberPages.Date("From", MemberPages.Today)]);
        (await before.ReadPageAsync()).ErrorText().ShouldContain("They change their group again on 1 December 2026");
    }
}
