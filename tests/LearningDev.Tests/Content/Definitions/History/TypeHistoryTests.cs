using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.History;

[Requirement("CMS-02")]
[Requirement("ADM-03")]
public class TypeHistoryTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/history/type/Course", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/types/history/type/Nothing")]
    [InlineData("/content/types/history/thing/Course")]
    public async Task Get_NoSuchThing_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_NeverChanged_ShowsTheOneVersion()
    {
        var page = await portal.GetDocumentAsync("/content/types/history/type/Provider", "editor");

        page.QuerySelectorAll(".app-results__item").Length.ShouldBe(1);
        page.QuerySelector(".app-results__item")!.TextContent.ShouldContain("This is what there is now");
        page.QuerySelector("a[href*='/history/type/Provider/']").ShouldBeNull();
    }

    [Fact]
    public async Task Get_Changed_SaysWhatBeforeAndAfter()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddFieldAsync("Course", "Parking", "choice", ["Free", "Paid"]);
        using var changed = await client.SubmitAsync(
            (await client.GetPageAsync("/content/types/parts/Course/Parking")).FormWith("Form.Label").WithChoices("Free", "Paid", "None"), ("Form.Required", "true"));

        var newest = (await client.GetPageAsync("/content/types/history/part/Course?type=Course")).QuerySelector(".app-results__item")!;

        newest.QuerySelector("h2")!.TextContent.ShouldContain("Changed the field Parking of Course");
        var rows = newest.QuerySelectorAll("tbody tr").Select(row => string.Join("|", row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()))).ToList();
        rows.ShouldBe(["Parking: must be filled in|Nothing|Yes", "Parking: choices|Free, Paid|Free, Paid, None"], ignoreOrder: true);
    }
}
