using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Recognition;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Listing;

[Requirement("WFL-01")]
public class WorkflowListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/workflows";

    [Fact]
    public Task Get_Employee_IsForbidden() => portal.IsForbiddenAsync(Url);

    [Fact]
    public async Task Get_Several_ShowsStateDraftAndCasesWithoutMoreQueries()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await portal.DesignedAsync("list-one");
        var one = await portal.QueriesOfAsync(client, Url);
        await portal.DesignedAsync("list-two");
        await portal.DesignedAsync("list-three");
        await portal.ChangeDraftAsync("list-two", definition => definition.Name = "Second of the list");
        await portal.AskAsync("employee", "A course");

        (await portal.QueriesOfAsync(client, Url)).ShouldBe(one);
        var page = await client.GetPageAsync(Url);
        var row = page.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains("Second of the list", StringComparison.Ordinal));
        row.TextContent.ShouldContain("Version 1");
        row.TextContent.ShouldContain("Draft");
        row.QuerySelectorAll("td")[^2].TextContent.Trim().ShouldBe("1");
        (await portal.GetDocumentAsync("/admin", "administrator")).QuerySelector("a[href='/workflows']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_SwitchOffAndOn_SaysSoAndIsInTheAudit()
    {
        await portal.DesignedAsync("switched");
        using var client = await portal.SignedInAsAsync("administrator");
        foreach (var (on, banner) in new[] { (false, "The workflow is off"), (true, "The workflow is on") })
        {
            var page = await client.GetPageAsync(Url);
            using var answer = await client.SubmitAsync(page.FormOf("switched"));
            answer.Headers.Location!.OriginalString.ShouldBe(Url);
            (await client.GetPageAsync(Url)).Banner().ShouldStartWith(banner);
            (await portal.DraftAsync("switched")).IsEnabled.ShouldBe(on);
        }

        (await portal.WorkflowEventsAsync("switched")).ShouldBe(["WorkflowPublished", "WorkflowSwitched", "WorkflowSwitched"]);
    }
}
