using LearningDev.Tests.Content.Definitions;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Pages;

[Requirement("CMS-02")]
public class ItemListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/pages/nothing")]
    [InlineData("/pages/course")]
    public async Task Get_NoSuchType_IsNotFound(string url) => (await portal.StatusAsync(url, "employee")).ShouldBe(404);

    [Fact]
    public async Task Get_NoItems_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Empty thing");

        (await portal.GetDocumentAsync("/pages/empty-thing")).QuerySelector(".app-empty")!.TextContent.ShouldContain("There is nothing here yet");
        (await portal.GetDocumentAsync("/pages/empty-thing?q=zzz")).QuerySelector(".app-empty")!.TextContent.ShouldContain("Nothing found");
    }

    [Fact]
    public async Task Get_ManyItems_ArePagedAndFoundByWordsAndFacets()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Recipe card");
        await client.AddFieldAsync("RecipeCard", "Course", "choice", ["Starter", "Main"], ("Form.Facet", "true"));
        for (var number = 1; number <= 25; number++)
        {
            await portal.PublishAsync("RecipeCard", $"Dish {number:00}", $"dish-{number}", ("Course", TypePages.Text(number % 2 == 0 ? "main" : "starter")));
        }

        var first = await portal.GetDocumentAsync("/pages/recipe-card");
        first.QuerySelector("[role=status]")!.TextContent.ShouldBe("25 results");
        first.QuerySelector(".govuk-pagination").ShouldNotBeNull();
        (await portal.GetDocumentAsync("/pages/recipe-card?page=2")).QuerySelectorAll(".app-results__item")[^1].TextContent.ShouldContain("Dish 25");
        (await portal.GetDocumentAsync("/pages/recipe-card?course=main")).QuerySelector("[role=status]")!.TextContent.ShouldBe("12 results");
        (await portal.GetDocumentAsync("/pages/recipe-card?course=nonsense")).QuerySelector("[role=status]")!.TextContent.ShouldBe("25 results");
        (await portal.StatusAsync("/pages/recipe-card?page=99", "employee")).ShouldBe(302);
    }
}
