using System.Text.Json.Nodes;
using LearningDev.Tests.Content.Definitions;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Taxonomies.Administering.Merging;

[Requirement("CMS-02")]
public class MergeTermTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/taxonomies/topics/terms/topic-leadership/merge", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/taxonomies/topics/terms/nothing/merge")]
    [InlineData("/content/taxonomies/nothing/terms/topic-leadership/merge")]
    public async Task Get_NoTerm_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_NothingChosen_SaysSo() =>
        (await portal.GetDocumentAsync("/content/taxonomies/topics/terms/topic-leadership/merge?into=", "editor")).Errors().ShouldBe(["Select the term to merge it into"]);

    [Fact]
    public async Task Post_Merged_ItemsAndTermsBelowGoOverInEveryVersion()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.AddTaxonomyAsync("sorts", "pome", "pome/apple", "stone", "nut");
        await client.AddTypeAsync("Tree");
        await client.AddFieldAsync("Tree", "Sort", "terms", null, ("Form.TaxonomyId", "sorts"), ("Form.Facet", "true"));
        await portal.PublishAsync("Tree", "Old tree", "tree-1", ("Sort", Terms("sorts-pome", "sorts-stone")));
        await portal.PublishAsync("Tree", "Young tree", "tree-2", ("Sort", Terms("sorts-nut")));
        using var draft = await client.PressAsync((await client.GetPageAsync("/content/tree-1")).ItemForm(), EditorPages.SaveDraft, ("TitlePart.Title", "Older tree"));
        var page = await client.GetPageAsync("/content/taxonomies/sorts/terms/sorts-pome/merge?into=sorts-stone");
        page.Body!.TextContent.ShouldContain("1 item has it.");
        page.Body!.TextContent.ShouldContain("this cannot be undone");

        using var merged = await client.SubmitAsync(page.Form());

        ((int)merged.StatusCode).ShouldBe(302);
        (await portal.TermsAsync("sorts")).ShouldBe(["stone", "-apple", "nut"]);
        (await portal.ValueAsync("tree-1", "Sort")).ShouldBe("""{"TaxonomyContentItemId":"sorts","TermContentItemIds":["sorts-stone"]}""");
        (await portal.PublishedAsync("tree-1"))!.Content["Tree"]!["Sort"]!["TermContentItemIds"]!.AsArray().Count.ShouldBe(1);
        (await portal.PublishedAsync("tree-1"))!.DisplayText.ShouldBe("Old tree");
        (await portal.GetDocumentAsync("/pages/tree?sort=sorts-stone")).QuerySelector(".app-results")!.TextContent.ShouldContain("Old tree");
        (await portal.SummariesAsync("tree-1"))[0].ShouldStartWith("Brought Older tree forward, for ");
        (await portal.SummariesAsync("tree-1"))[0].ShouldEndWith("Merged the term pome of sorts into stone");
        (await portal.SummariesAsync("tree-2")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_MergedByTwo_SecondFindsNoTerm()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.AddTaxonomyAsync("twice", "one", "two");
        var form = (await client.GetPageAsync("/content/taxonomies/twice/terms/twice-one/merge?into=twice-two")).Form();
        using var first = await client.SubmitAsync(form);

        using var second = await client.SubmitAsync(form);

        ((int)second.StatusCode).ShouldBe(404);
        (await portal.TermsAsync("twice")).ShouldBe(["two"]);
    }

    private static JsonObject Terms(params string[] ids) => new() { ["TaxonomyContentItemId"] = "sorts", ["TermContentItemIds"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };
}
