using LearningDev.Tests.Content.Definitions;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Taxonomies.Administering.Changing;

[Requirement("CMS-02")]
public class ChangeTermTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/taxonomies/topics/terms/topic-leadership", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/taxonomies/topics/terms/nothing")]
    [InlineData("/content/taxonomies/nothing/terms/topic-leadership")]
    public async Task Get_NoTerm_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_Term_IsNotOfferedBelowItself()
    {
        await portal.AddTaxonomyAsync("family", "a", "a/child", "b");

        var page = await portal.GetDocumentAsync("/content/taxonomies/family/terms/family-a", "editor");

        page.QuerySelectorAll("select[name=Under] option").Select(option => option.GetAttribute("value")).ShouldBe(["", "family-b"]);
    }

    [Fact]
    public async Task Post_RenamedAndMoved_IsSoEverywhere()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.AddTaxonomyAsync("moved", "a", "a/child", "b");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/taxonomies/moved/terms/moved-a")).FormWith("Name"), ("Name", "Alpha"), ("Under", "moved-b"));

        ((int)answer.StatusCode).ShouldBe(302);
        (await portal.TermsAsync("moved")).ShouldBe(["b", "-Alpha", "--child"]);
        (await portal.PublishedAsync("moved"))!.Content["TaxonomyPart"]!["Terms"]![0]!["Terms"]![0]!["TitlePart"]!["Title"]!.ToString().ShouldBe("Alpha");
        using var refused = await client.SubmitAsync((await client.GetPageAsync("/content/taxonomies/moved/terms/moved-a")).FormWith("Name"), ("Name", "B"));
        (await refused.ReadPageAsync()).ErrorBeside("Name")!.ShouldStartWith("There is a term of this name already");
    }

    [Fact]
    public async Task Post_Retired_CannotBeChosenButIsKept()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.AddTaxonomyAsync("tastes", "sweet", "tangy");
        await client.AddTypeAsync("Fruit");
        await client.AddFieldAsync("Fruit", "Taste", "terms", null, ("Form.TaxonomyId", "tastes"));
        await portal.PublishAsync("Fruit", "Lemon", "fruit-1", ("Taste", new() { ["TaxonomyContentItemId"] = "tastes", ["TermContentItemIds"] = new System.Text.Json.Nodes.JsonArray("tastes-tangy") }));

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/content/taxonomies/tastes/terms/tastes-tangy")).FormWith("retire"));

        ((int)answer.StatusCode).ShouldBe(302);
        (await client.GetPageAsync("/content/new/Fruit")).QuerySelector("[value='tastes-tangy']").ShouldBeNull();
        (await client.GetPageAsync("/content/fruit-1")).QuerySelector("[value='tastes-tangy']").ShouldNotBeNull();
        (await portal.GetDocumentAsync("/pages/fruit/lemon")).QuerySelector(".app-facts")!.TextContent.ShouldContain("tangy");
        using var back = await client.SubmitAsync((await client.GetPageAsync("/content/taxonomies/tastes/terms/tastes-tangy")).FormWith("retire"));
        (await client.GetPageAsync("/content/new/Fruit")).QuerySelector("[value='tastes-tangy']").ShouldNotBeNull();
    }
}
