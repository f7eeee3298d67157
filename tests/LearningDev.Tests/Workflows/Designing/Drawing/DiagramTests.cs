using System.Net;
using System.Xml.Linq;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Drawing;

[Requirement("WFL-01")]
public class DiagramTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        var url = await portal.DesignedAsync("diagram-forbidden");
        await portal.IsForbiddenAsync($"{url}/diagram");
        await portal.IsForbiddenAsync($"{url}/diagram.svg");
    }

    [Fact]
    public Task Get_Unknown_IsNotFound() => portal.IsNotFoundAsync("/workflows/nothing/diagram", "/workflows/nothing/diagram.svg");

    [Fact]
    public async Task Get_Larger_SaysHowLargeAndLeadsToTheList()
    {
        var url = await portal.DesignedAsync("diagram");

        var page = await portal.GetDocumentAsync($"{url}/diagram?zoom=150", "administrator");

        page.QuerySelector(".app-diagram-sizes strong")!.TextContent.ShouldBe("150%");
        page.QuerySelector(".app-workflow__picture--150 svg").ShouldNotBeNull();
        page.QuerySelector($"main a[href='{url}#steps']").ShouldNotBeNull();
        (await portal.GetDocumentAsync($"{url}/diagram?zoom=loud", "administrator")).QuerySelector(".app-workflow__picture--100").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_File_IsWellFormedSvgThatSaysAllInWords()
    {
        var id = "diagram-file";
        await portal.DesignedAsync(id);
        await portal.ChangeDraftAsync(id, definition => definition.Find("yes")!.Title = "Costs < £1,000 & more \"words\" than there is room for in the box");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.GetAsync($"/workflows/{id}/diagram.svg");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        var svg = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        XNamespace name = "http://www.w3.org/2000/svg";
        svg.Root!.Name.ShouldBe(name + "svg");
        svg.Descendants(name + "desc").Single().Value.ShouldContain("Refuse leads to 4. It ends.");
        svg.Descendants().ShouldAllBe(element => element.Attribute("style") == null && element.Name != name + "script");
    }
}
