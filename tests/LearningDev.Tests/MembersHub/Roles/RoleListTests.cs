using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Roles;

[Requirement("MEM-02")]
public class RoleListTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    [Requirement("MEM-11")]
    public async Task Get_Staff_IsForbidden() => await shared.Host.ShouldBeForbiddenAsync("employee", "/members/roles", "/members/roles/committee-member");

    [Fact]
    public async Task Get_Councillor_SeesTheEightRoles()
    {
        var page = await shared.Host.GetDocumentAsync("/members/roles", "councillor");
        page.QuerySelectorAll("main h2").Length.ShouldBe(8);
        page.Words().ShouldContain("Overview and scrutiny Members of overview and scrutiny test policies, decisions and performance");
    }
}
