using LearningDev.Tests.Content.Definitions;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Taxonomies.Administering.Terms;

[Requirement("CMS-02")]
public class TermListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/taxonomies/topics", "employee")).ShouldBe(403);

    [Fact]
    public async Task Get_NoTaxonomy_IsNotFound() => (await portal.StatusAsync("/content/taxonomies/nothing", "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_Nested_OffersOnlyMovesThatAreOnes()
    {
        await portal.AddTaxonomyAsync("nested", "a", "a/x", "a/y", "b");

        var page = await portal.GetDocumentAsync("/content/taxonomies/nested", "editor");

        page.QuerySelectorAll("button[name=move]").Select(button => button.GetAttribute("value")).ShouldBe(["down nested-a", "down nested-x", "up nested-y", "up nested-b"]);
    }

    [Fact]
    public async Task Post_Up_ChangesTheOrderAndIsAudited()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.AddTaxonomyAsync("order", "one", "two", "three");
        var page = await client.GetPageAsync("/content/taxonomies/order");

        using var answer = await client.PressAsync(page.FormWith("move"), "Up: three");

        answer.Headers.Location!.OriginalString.ShouldBe("/content/taxonomies/order#term-order-three");
        (await portal.TermsAsync("order")).ShouldBe(["one", "three", "two"]);
        (await portal.EventsAsync("order")).ShouldBe(["ContentPublished", "ContentPublished"]);
    }

    [Fact]
    public async Task Post_UnpublishedDraft_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.AddTaxonomyAsync("drafted", "one", "two");
        using var draft = await client.PressAsync((await client.GetPageAsync("/content/drafted")).ItemForm(), EditorPages.SaveDraft, ("TitlePart.Title", "Newer"));
        var page = await client.GetPageAsync("/content/taxonomies/drafted");
        page.Body!.TextContent.ShouldContain("There is a draft of this taxonomy");

        using var answer = await client.PressAsync(page.FormWith("move"), "Up: two");

        (await answer.ReadPageAsync()).Errors().ShouldBe(["Newer has a draft that is not published. Publish it first"]);
        (await portal.TermsAsync("drafted")).ShouldBe(["one", "two"]);
    }
}
