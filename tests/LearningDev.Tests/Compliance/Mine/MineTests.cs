using System.Net;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.Mine;

[Requirement("CMP-01"), Requirement("CMP-03"), Collection(ComplianceCollection.Name)]
public class MineTests(CompliancePortal portal)
{
    [Fact]
    public async Task Get_SignedOut_LeadsToSigningIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("/compliance/mine");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_MemberWhoMayNotSit_ShowsItFirstWithTheLearning()
    {
        var page = await portal.GetDocumentAsync("/compliance/mine", "cllr.martin.stubbs");
        var text = page.MainText();
        text.ShouldContain("Members of the Planning Committee: you may not sit until you have attended Planning Committee");
        text.ShouldContain("What you need to attend Planning Committee Needed to sit");
        text.ShouldContain("What is settled");
        page.QuerySelectorAll("a[href^='/catalogue/']").Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Get_MemberWithAllDone_HasNoWarning()
    {
        var text = (await portal.GetDocumentAsync("/compliance/mine", "cllr.judith.penrose")).MainText();
        text.ShouldNotContain("you may not sit");
        text.ShouldContain("Planning Committee Done Attended on 12 May 2026, next by 12 May 2027");
        text.ShouldContain("Chairing skills Done Attended on 14 June 2016");
    }

    [Fact]
    public async Task Get_Employee_SaysThatNothingIsMandatory() =>
        (await portal.GetDocumentAsync("/compliance/mine")).MainText().ShouldContain("No training is mandatory for you here");
}
