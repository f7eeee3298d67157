using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Adding;

[Requirement("WFL-01")]
public class ChooseActivityTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("choose-forbidden")}/add");

    [Fact]
    public async Task Get_UnknownWorkflowOrStep_IsNotFound() =>
        await portal.IsNotFoundAsync("/workflows/nothing/add", $"{await portal.DesignedAsync("choose-unknown")}/add?after=nothing&outcome=Done");

    [Fact]
    public async Task Get_AfterAnOutcome_OffersActivitiesByCategoryAndSaysWhere()
    {
        var url = await portal.DesignedAsync("choose");

        var page = await portal.GetDocumentAsync($"{url}/add?after=ask&outcome=Approve", "administrator");

        page.QuerySelectorAll("main h2").Select(heading => heading.TextContent.Trim()).Take(3).ShouldBe(["People", "Messages", "Flow"]);
        page.MainText().ShouldContain("After “Approve” of “Manager decides”, before “All is well”.");
        page.QuerySelector($"a[href='{url}/add/ApprovalTask?after=ask&outcome=Approve']")!.TextContent.ShouldBe("Approval");
    }
}
