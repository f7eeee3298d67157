using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Cycle;

[Collection(MembersCollection.Name)]
[Requirement("MEM-07")]
[Requirement("MEM-11")]
public class DocumentTests(MembersPortal portal)
{
    [Fact]
    public async Task Get_Staff_IsForbidden() => await portal.ShouldBeForbiddenAsync("employee", "/members/cycle/development-plan-2026");

    [Fact]
    public async Task Get_NoneOrADraft_IsNotFound() => await portal.ShouldNotBeThereAsync("councillor", "/members/cycle/none", "/members/cycle/learning-and-development-strategy-2027");

    [Fact]
    public async Task Get_OnTheDesk_IsNotThereForAnEditorWhoMayNotSeeTheHub() =>
        await portal.ShouldNotBeThereAsync("editor", "/content/mc-strategy-2027", "/content/mc-plan-4", "/content/mc-plan-4/versions", "/content/mc-plan-4/preview");

    [Fact]
    public async Task Get_Agreed_ShowsItAndOffersEditingToThoseWhoRunTheHub()
    {
        var page = await portal.GetDocumentAsync("/members/cycle/development-plan-2026", "councillor");
        page.Words().ShouldContain("Development plan for year 4, cycle from 2023");
        page.Words().ShouldContain("preparing the handover to the next council");
        page.QuerySelector("main a[href^='/content/']").ShouldBeNull();
        (await portal.GetDocumentAsync("/members/cycle/development-plan-2026", MemberPages.Officer)).QuerySelector("main a[href='/content/mc-plan-4']").ShouldNotBeNull();
    }
}
