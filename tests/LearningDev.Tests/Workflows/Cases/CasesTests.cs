using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Cases;

[Requirement("WFL-04")]
public class CasesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.GetAsync("/workflows/cases");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Filters_ShowOnlyWhatFits()
    {
        await portal.ImportedAsync(WorkflowPortal.Type("listed", ["ask|ApprovalTask", "end|EndTask"], ["start|Done|ask", "ask|Approve|end"]));
        await portal.AskAsync("employee", "Ballet");
        await portal.AskAsync("editor", "Judo");
        using var client = await portal.SignedInAsAsync("administrator");
        Titles(await client.GetPageAsync("/workflows/cases?type=listed")).ShouldBe(["Ballet", "Judo"], ignoreOrder: true);
        Titles(await client.GetPageAsync("/workflows/cases?q=Ball")).ShouldBe(["Ballet"]);
        Titles(await client.GetPageAsync("/workflows/cases?q=Whitfield&status=Waiting&type=listed")).ShouldBe(["Ballet"]);
        Titles(await client.GetPageAsync("/workflows/cases?status=Faulted")).ShouldBeEmpty();
        (await client.GetPageAsync("/workflows/cases?status=nonsense&p=99&type=none")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("No case is like that");
    }

    private static List<string> Titles(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("tbody th a").Select(link => link.TextContent)];
}
