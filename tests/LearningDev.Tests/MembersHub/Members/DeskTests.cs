using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Shouldly;
using LearningDev.MembersHub.Members;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members;

[Requirement("MEM-02")]
public class DeskTests(MembersPortal portal) : IClassFixture<MembersPortal>
{
    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    public async Task Get_NotDemocraticServices_IsForbidden(string person) => await portal.ShouldBeForbiddenAsync(
        person, "/members/manage", "/members/manage/add", "/members/manage/wards", "/members/manage/wards/ward/new", "/members/manage/election", "/members/manage/people/x/end", "/members/manage/people/x/appoint",
        "/members/manage/people/x/group", "/members/manage/offices/x", "/members/manage/election/x", "/members/manage/election/x/check");

    [Fact]
    public async Task Get_SomethingIsVacant_SaysWhat()
    {
        var words = (await portal.GetDocumentAsync("/members/manage", MemberPages.Officer)).Words();
        words.ShouldContain("18 members today");
        words.ShouldContain("Millbrook has a vacant seat");
        words.ShouldNotContain("has no whip");

        var whip = await portal.PersonIdAsync("cllr.sofia.lindqvist");
        var rhys = await portal.PersonIdAsync("cllr.rhys.probert");
        await portal.WriteAsync(db => db.RemoveRange(db.MemberOffices.Where(row => (row.PersonId == whip && row.Kind == OfficeKind.GroupWhip) || (row.BodyId == "appeals" && row.Kind == OfficeKind.Chair))));
        await portal.ChangePersonAsync("cllr.dev.trivedi", person => person.LeavesOn = new DateOnly(2026, 11, 1));
        await portal.WriteAsync(db => db.MemberTerms.Single(term => term.PersonId == rhys && term.Until == null).Until = new DateOnly(2027, 1, 31));
        words = (await portal.GetDocumentAsync("/members/manage", MemberPages.Officer)).Words();
        words.ShouldContain("Harbour and Hills Independents has no whip, so nobody can sign its members’ requests as the whip");
        words.ShouldContain("Appeals Committee has no chair");
        words.ShouldContain("The term of Rhys Probert ends on 31 January 2027");
        words.ShouldContain("Dev Trivedi is a member and cannot sign in");
    }

    [Fact]
    public async Task Get_Queries_AreFew()
    {
        using var client = await portal.SignedInAsAsync(MemberPages.Officer);
        (await portal.QueriesOfAsync(client, "/members/manage")).ShouldBeLessThanOrEqualTo(14);
    }
}
