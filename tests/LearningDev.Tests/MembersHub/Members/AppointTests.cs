using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members;

[Collection(MembersCollection.Name)]
[Requirement("MEM-02")]
public class AppointTests(MembersPortal portal)
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public async Task Get_NoMember_IsNotFound() => await portal.ShouldNotBeThereAsync(MemberPages.Officer, "/members/manage/people/none/appoint");

    [Theory]
    [InlineData("cllr.blessing.eze", "Chair", "planning", "", "", "Judith Penrose is Chair, Planning Committee, from 17 May 2023. First end that")]
    [InlineData("cllr.blessing.eze", "Mayor", "", "", "", "Anwar Chowdhury is Mayor")]
    [InlineData("cllr.blessing.eze", "GroupWhip", "", "residents", "", "Dev Trivedi is Group whip, Residents’ Alliance")]
    [InlineData("cllr.blessing.eze", "GroupWhip", "", "forward", "", "Choose the group to which they belong on 1 December 2026")]
    [InlineData("cllr.blessing.eze", "BodyMember", "planning", "", "", "Nobody is a member and a substitute of the same body")]
    [InlineData("cllr.blessing.eze", "BodyMember", "", "", "", "Choose a committee or outside body")]
    [InlineData("cllr.blessing.eze", "ExecutiveMember", "", "", "", "Enter the portfolio")]
    [InlineData("cllr.blessing.eze", "ExecutiveMember", "", "", "Parks", "cannot sit on an overview and scrutiny committee")]
    [InlineData("cllr.ngozi.nwosu", "BodyMember", "overview-and-scrutiny", "", "", "cannot sit on an overview and scrutiny committee")]
    [InlineData("cllr.agnes.mcbride", "Speaker", "", "", "", "They are Speaker, from 21 May 2025")]
    [InlineData("coopted.samuel.adeleke", "Speaker", "", "", "", "Co-opted members hold offices of committees only")]
    [InlineData("cllr.blessing.eze", "", "", "", "", "Choose the office")]
    public async Task Post_NotPossible_SaysWhy(string person, string kind, string body, string group, string title, string error)
    {
        var id = await portal.PersonIdAsync(person);
        var before = (await portal.OfficesAsync(id)).Count;
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var answer = await SendAsync(client, id, kind, body, group, title, Day, null);
        (await answer.ReadPageAsync()).ErrorText().ShouldContain(error);
        (await portal.OfficesAsync(id)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task Post_BeforeTheTermOrBackwards_ShowsErrors()
    {
        var id = await portal.PersonIdAsync("cllr.kwame.boateng");
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var early = await SendAsync(client, id, "BodyMember", "appeals", "", "", new DateOnly(2025, 10, 19), null);
        (await early.ReadPageAsync()).ErrorText().ShouldContain("They are not a member on 19 October 2025");
        using var backwards = await SendAsync(client, id, "BodyMember", "appeals", "", "", Day, Day.AddDays(-1));
        (await backwards.ReadPageAsync()).ErrorText().ShouldContain("Last day must not be before the first");
    }

    [Fact]
    public async Task Post_Seat_IsHeldAndInTheAuditAndNotTwice()
    {
        var id = await portal.PersonIdAsync("cllr.ngozi.nwosu");
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        using var done = await SendAsync(client, id, "BodyMember", "licensing", "", "", new DateOnly(2024, 5, 15), new DateOnly(2025, 5, 20));
        done.Headers.Location!.OriginalString.ShouldBe($"/members/people/{id}");
        using var twice = await SendAsync(client, id, "BodyMember", "licensing", "", "", new DateOnly(2025, 5, 20), null);
        (await twice.ReadPageAsync()).ErrorText().ShouldContain("They are Member, Licensing Committee, 15 May 2024 to 20 May 2025");
        using var next = await SendAsync(client, id, "BodyMember", "licensing", "", "", new DateOnly(2025, 5, 21), null);
        next.Headers.Location.ShouldNotBeNull();
        (await portal.OfficesAsync(id)).Where(office => office.BodyId == "licensing").Select(office => (office.From, office.Until)).ShouldBe(
            [(new DateOnly(2024, 5, 15), new DateOnly(2025, 5, 20)), (new DateOnly(2025, 5, 21), null)]);
        (await portal.MemberAuditAsync(id)).TakeLast(2).ShouldAllBe(words => words == "Ngozi Nwosu: Appointed as Member, Licensing Committee");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string id, string kind, string body, string group, string title, DateOnly from, DateOnly? until) => client.SendAsync(
        $"/members/manage/people/{id}/appoint", "Record the appointment",
        [("Kind", kind), ("BodyId", body), ("GroupId", group), ("Title", title), .. MemberPages.Date("From", from), .. until is null ? [] : MemberPages.Date("Until", until)]);
}
