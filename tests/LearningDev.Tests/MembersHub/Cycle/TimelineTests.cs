using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Cycle;

[Collection(MembersCollection.Name)]
[Requirement("MEM-07")]
public class TimelineTests(MembersPortal portal)
{
    [Fact]
    public async Task Get_Staff_IsForbidden() => await portal.ShouldBeForbiddenAsync("employee", "/members/cycle", "/members/cycle?from=2027");

    [Theory]
    [InlineData("/members/cycle?from=2025")]
    [InlineData("/members/cycle?from=1890")]
    [InlineData("/members/cycle?from=soon")]
    public async Task Get_NoElectionThen_IsNotFound(string url) => await portal.ShouldNotBeThereAsync("councillor", url);

    [Fact]
    public async Task Get_CycleOfToday_ShowsWhatIsAgreedAndLeadsToTheDocuments()
    {
        var page = await portal.GetDocumentAsync("/members/cycle", "councillor");
        var words = page.Words();
        words.ShouldContain("The four-year cycle, 2023 to 2027");
        words.ShouldContain("Standards Advisory Committee signs it off on 16 February 2023 (Minute 23/14)");
        words.ShouldContain("The strategy is reviewed on 27 March 2025");
        page.QuerySelector("main a[href='/members/cycle/induction-plan-2023']").ShouldNotBeNull();
        words.ShouldNotContain("Record it");
        page.QuerySelectorAll("main a[href*='/manage/']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_CycleToCome_SaysWhatIsOverdueAndKeepsDraftsFromMembers()
    {
        var page = await portal.GetDocumentAsync("/members/cycle?from=2027", "councillor");
        var words = page.Words();
        words.ShouldContain("Overdue Member Learning and Development Working Group agrees it by 6 November 2026");
        words.ShouldContain("This cycle begins with the election on 6 May 2027");
        words.ShouldContain("It is not agreed yet.");
        words.ShouldNotContain("2027 to 2031 strategy");
        page.QuerySelector("main a[href*='strategy-2027']").ShouldBeNull();

        var desk = await portal.GetDocumentAsync("/members/cycle?from=2027", MemberPages.Officer);
        desk.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("/members/manage/cycle/documents/mc-strategy-2027/send");
        desk.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("/members/manage/cycle/2027/strategy-working-group");
    }
}
