using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Wards;

[Requirement("MEM-02")]
public class StructureTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Get_DemocraticServices_SeeWardsGroupsAndBodiesWithTheirMembers()
    {
        var words = (await shared.Host.GetDocumentAsync("/members/manage/wards", MemberPages.Officer)).Words();
        words.ShouldContain("Millbrook 2 1 members of Millbrook Change");
        words.ShouldContain("Forward Northbourne 8 members of Forward Northbourne Change");
        words.ShouldContain("Overview and Scrutiny Committee Overview and scrutiny committee 6 members of");
        words.ShouldContain("Northbourne Harbour Trust Outside body 1");
    }
}
