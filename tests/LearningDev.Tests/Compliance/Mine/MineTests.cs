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
        var page = await portal.GetDocumentAsync("/compliance/mine", "councillor");
        var text = page.MainText();
        text.ShouldContain("Members of the Appeals Committee: you may not sit until you have attended Appeals Committee training");
        text.ShouldContain("What you need to attend Appeals Committee training Needed to sit");
        text.ShouldContain("Licensing Committee training Overdue The refresher was needed by 3 June 2026");
        text[text.IndexOf("What is settled", StringComparison.Ordinal)..].ShouldContain("Planning Committee training Done Attended on 12 May 2026, next by 12 May 2027");
        text.ShouldNotContain("Members of the Licensing Committee: you may not sit");
        page.QuerySelectorAll("a[href^='/catalogue/']").Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Get_Employee_SaysThatNothingIsMandatory() =>
        (await portal.GetDocumentAsync("/compliance/mine")).MainText().ShouldContain("No training is mandatory for you here");
}
