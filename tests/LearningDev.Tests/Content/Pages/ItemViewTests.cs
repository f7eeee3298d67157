using System.Text.Json.Nodes;
using LearningDev.Tests.Content.Definitions;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Pages;

[Requirement("CMS-02")]
public class ItemViewTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/pages/nothing/at-all")]
    [InlineData("/pages/course/managing-stress")]
    public async Task Get_NoSuchItem_IsNotFound(string url) => (await portal.StatusAsync(url, "employee")).ShouldBe(404);

    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("/pages/nothing/at-all");

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_EveryKindOfField_IsShownAsPeopleReadIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Venue");
        await client.AddFieldAsync("Venue", "About", "lines");
        await client.AddFieldAsync("Venue", "Rules", "formatted");
        await client.AddFieldAsync("Venue", "Step free", "yes-or-no");
        await client.AddFieldAsync("Venue", "Seats", "number");
        await client.AddFieldAsync("Venue", "Opened", "date");
        await client.AddFieldAsync("Venue", "Doors", "time");
        await client.AddFieldAsync("Venue", "Website", "link");
        await client.AddFieldAsync("Venue", "Nearby", "items");
        await client.AddFieldAsync("Venue", "Hidden", "line", null, ("Form.OnPage", null));
        await portal.PublishAsync("Venue", "Town hall", "venue-1",
            ("About", TypePages.Text("First line.\nSecond line.")), ("Rules", new JsonObject { ["Markdown"] = "No *dogs*." }), ("StepFree", new JsonObject { ["Value"] = true }),
            ("Seats", new JsonObject { ["Value"] = 1200 }), ("Opened", new JsonObject { ["Value"] = "1904-02-29T00:00:00Z" }), ("Doors", new JsonObject { ["Value"] = "18:30:00" }),
            ("Website", new JsonObject { ["Url"] = "https://example.org", ["Text"] = "See the hall" }), ("Hidden", TypePages.Text("For editors")));

        var page = await portal.GetDocumentAsync("/pages/venue/town-hall");

        page.QuerySelectorAll(".app-facts__row").Select(row => $"{row.QuerySelector("dt")!.TextContent.Trim()}: {row.QuerySelector("dd")!.TextContent.Trim()}")
            .ShouldBe(["Step free: Yes", "Seats: 1,200", "Opened: 29 February 1904", "Doors: 6:30pm", "Website: See the hall"]);
        page.QuerySelectorAll("main h2").Select(heading => heading.TextContent).ShouldBe(["About", "Rules", "At a glance"], ignoreOrder: true);
        page.QuerySelector("em")!.TextContent.ShouldBe("dogs");
        page.QuerySelector(".app-facts a")!.GetAttribute("href").ShouldBe("https://example.org");
        page.Body!.TextContent.ShouldNotContain("For editors");
    }

    [Fact]
    public async Task Get_RestrictedItem_IsNotKnownToOthersNorNamedByThem()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Memo", ("Parts", "VisibilityPart"));
        await client.AddFieldAsync("Memo", "See also", "items");
        await portal.PublishAsync("Memo", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "For councillors" },
            ["VisibilityPart"] = new JsonObject { ["Roles"] = new JsonObject { ["Values"] = new JsonArray("Councillor") } },
        }, "memo-1");
        await portal.PublishAsync("Memo", "For all", "memo-2", ("SeeAlso", new JsonObject { ["ContentItemIds"] = new JsonArray("memo-1") }));

        (await portal.StatusAsync("/pages/memo/for-councillors", "employee")).ShouldBe(404);
        (await portal.StatusAsync("/pages/memo/for-councillors", "councillor")).ShouldBe(200);
        (await portal.GetDocumentAsync("/pages/memo/for-all")).Body!.TextContent.ShouldNotContain("For councillors");
        (await portal.GetDocumentAsync("/pages/memo/for-all", "councillor")).QuerySelector("a[href='/pages/memo/for-councillors']").ShouldNotBeNull();
        (await portal.GetDocumentAsync("/pages/memo")).Body!.TextContent.ShouldNotContain("For councillors");
    }

    [Fact]
    public async Task Get_EarlierAddress_LeadsToTheNewOne()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Story");
        await portal.PublishAsync("Story", "Once", "story-1");
        using var saved = await client.PressAsync((await client.GetPageAsync("/content/story-1")).ItemForm(), EditorPages.Publish, ("AutoroutePart.Path", "twice"));

        using var answer = await client.GetAsync("/pages/story/once");

        ((int)answer.StatusCode, answer.Headers.Location!.OriginalString).ShouldBe((301, "/pages/story/twice"));
    }
}
