using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.Creating;

[Requirement("CMS-02")]
public class NewTypeTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/new", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoName_SaysSo() => (await portal.GetDocumentAsync("/content/types/new?called=+", "editor")).Errors().ShouldBe(["Enter a name"]);

    [Theory]
    [InlineData("Course", "Course", "There is a type or part of this name already. Choose a different name for files and code")]
    [InlineData("Learning part", "LearningPart", "There is a type or part of this name already. Choose a different name for files and code")]
    [InlineData("History", "History", "There is a type or part of this name already. Choose a different name for files and code")]
    [InlineData("Odd", "2 odd", "Name for files and code must begin with a letter and have only letters a to z and digits, up to 60")]
    public async Task Post_NameThatWillNotDo_IsRefused(string called, string name, string error)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"/content/types/new?called={called}")).FormWith("Form.DisplayName");

        using var answer = await client.SubmitAsync(form, ("Name", name), ("Form.Description", "Kept"));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Name").ShouldBe(error);
        page.ValueOf("Form.Description").ShouldBe("Kept");
    }

    [Fact]
    public async Task Post_SearchableWithoutPage_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/types/new?called=Note")).FormWith("Form.DisplayName");

        using var answer = await client.SubmitAsync(form, ("Form.HasPage", null));

        (await answer.ReadPageAsync()).Errors().ShouldBe(["People can find items only when each has a page of its own"]);
    }

    [Fact]
    public async Task Post_NewType_ItemsAreMadeListedAndShownAtOnce()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Travel policy", ("Form.Description", "Who pays for which journey"));
        await client.AddFieldAsync("TravelPolicy", "Applies to", "choices", ["Officers", "Councillors"], ("Form.Facet", "true"), ("Form.InLists", "true"));
        (await client.GetPageAsync("/content/new")).QuerySelector("a[href='/content/new/TravelPolicy']")!.Closest("li")!.TextContent.ShouldContain("Who pays");
        var form = (await client.GetPageAsync("/content/new/TravelPolicy")).ItemForm();

        using var saved = await client.PressAsync(
            form, EditorPages.Publish, ("TitlePart.Title", "Trains before planes"), ("MarkdownBodyPart.Markdown", "Go by **rail**."), ("TravelPolicy.AppliesTo", "officers"));

        ((int)saved.StatusCode).ShouldBe(302);
        var page = await portal.GetDocumentAsync("/pages/travel-policy/trains-before-planes");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Trains before planes");
        page.QuerySelector("main strong")!.TextContent.ShouldBe("rail");
        page.QuerySelector(".app-facts")!.TextContent.ShouldContain("Officers");
        var list = await portal.GetDocumentAsync("/pages/travel-policy?q=rail&applies-to=officers");
        list.QuerySelector(".app-results__item")!.TextContent.ShouldContain("Applies to: Officers");
        (await client.GetPageAsync("/content?type=TravelPolicy")).QuerySelector("tbody")!.TextContent.ShouldContain("Trains before planes");
        (await portal.SummariesAsync("TravelPolicy")).ShouldContain("Added the content type Travel policy");
    }

    [Fact]
    public async Task Post_TypeWithTheLearningPart_IsInTheCatalogue()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Reading circle", ("Parts", "LearningPart"), ("Parts", "MarkdownBodyPart"), ("Form.Searchable", null));
        var type = (await portal.DefinitionsAsync()).FindType("ReadingCircle")!;
        type.Parts.Select(part => part.Name).ShouldBe(["TitlePart", "MarkdownBodyPart", "LearningPart", "ReadingCircle", "AutoroutePart"], ignoreOrder: true);
        type.Parts.Find(part => part.Name == "AutoroutePart")!.Settings.ToJsonString().ShouldContain("catalogue/{{");

        await portal.PublishAsync("ReadingCircle", new System.Text.Json.Nodes.JsonObject
        {
            ["TitlePart"] = new System.Text.Json.Nodes.JsonObject { ["Title"] = "Novels of the north" },
            ["LearningPart"] = System.Text.Json.Nodes.JsonNode.Parse("""
                { "Summary": { "Text": "A book a month." }, "Topics": { "TaxonomyContentItemId": "topics", "TermContentItemIds": ["topic-leadership"] }, "Classification": { "Text": "corporate-need" },
                  "Pillar": { "Text": "personal" }, "SeventyTwentyTen": { "Text": "social" }, "Audience": { "Values": ["everyone"] }, "Formats": { "Values": ["face-to-face"] } }
                """),
        }, "reading-circle-1");

        (await portal.GetDocumentAsync("/catalogue?q=novels&kind=readingcircle")).QuerySelector(".app-results")!.TextContent.ShouldContain("Novels of the north");
        (await portal.GetDocumentAsync("/catalogue/novels-of-the-north")).QuerySelector("h1")!.TextContent.ShouldBe("Novels of the north");
    }
}
