using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Requests;

[Requirement("WFL-05")]
public class RequestsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_NoRequest_SaysSo() =>
        (await portal.GetDocumentAsync("/requests", "democratic-services")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("You have asked for nothing yet");

    [Fact]
    public async Task Get_Requests_ListsOnlyOnesOwn()
    {
        await portal.ImportedAsync(WorkflowPortal.Type("own", ["ask|ApprovalTask", "end|EndTask"], ["start|Done|ask", "ask|Approve|end"]));
        await portal.AskAsync("employee", "Mine");
        await portal.AskAsync("editor", "Not mine");
        var page = await portal.GetDocumentAsync("/requests");
        page.Titles().ShouldContain("Mine");
        page.Titles().ShouldNotContain("Not mine");
        page.QuerySelector(".app-results__item")!.TextContent.ShouldContain("In progress");
    }
}
