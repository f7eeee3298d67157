using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Roles;

[Requirement("MEM-02")]
public class RoleDescriptionTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_NoSuchRole_IsNotFound() => await portal.ShouldNotBeThereAsync("councillor", "/members/roles/none");

    [Fact]
    public async Task Get_Councillor_ReadsPurposeResponsibilitiesAndSkills()
    {
        var words = (await portal.GetDocumentAsync("/members/roles/speaker-and-civic-role", "councillor")).Words();
        words.ShouldContain("What it is for To let the council debate well");
        words.ShouldContain("What it involves Chair meetings of the council fairly");
        words.ShouldContain("Skills and knowledge Chairing meetings");
    }

    [Theory]
    [InlineData("cllr.agnes.mcbride", "Backbencher and opposition, Community champion, Overview and scrutiny, Speaker and civic role")]
    [InlineData("cllr.anwar.chowdhury", "Committee member, Community champion, Member of the executive")]
    [InlineData("coopted.samuel.adeleke", "Co-opted member, Community champion, Overview and scrutiny")]
    public async Task Get_Profile_LeadsToTheDescriptionsOfWhatTheyAre(string person, string roles)
    {
        var page = await portal.GetDocumentAsync($"/members/people/{await portal.PersonIdAsync(person)}", "councillor");
        string.Join(", ", page.QuerySelectorAll("a[href^='/members/roles/']").Select(link => link.TextContent)).ShouldBe(roles);
    }

    [Fact]
    [Requirement("MEM-11")]
    public async Task Get_StaffSearchAll_FindNoRoleDescription()
    {
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var url in (string[])["/catalogue?q=speaker+and+civic+role", "/pages?q=civic", "/pages/speaker-and-civic-role"])
        {
            using var answer = await client.GetAsync(url);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("To let the council debate well");
        }
    }
}
