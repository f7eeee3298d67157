using System.Text.Json.Nodes;
using AngleSharp.Dom;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Parts;

[Requirement("CMS-02")]
public class TaxonomyPartTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_TermsAddedRenamedTakenOut_KeepTheirIds()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await AddAsync("Colours", "red", "green", "blue");
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();
        var names = form.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("[name='TaxonomyPart.Name']").ToList();
        names.Select(input => input.Value).ShouldBe(["red", "green", "blue", "", ""]);
        (names[0].Value, names[1].Value, names[3].Value) = ("scarlet", "", "violet");

        using var answer = await client.PressAsync(form, EditorPages.Publish);

        ((int)answer.StatusCode).ShouldBe(302);
        var terms = (await portal.PublishedAsync(id))!.Content["TaxonomyPart"]!["Terms"]!.AsArray();
        terms.Select(term => term!["DisplayText"]!.ToString()).ShouldBe(["scarlet", "blue", "violet"]);
        terms.Take(2).Select(term => term!["ContentItemId"]!.ToString()).ShouldBe(["Colours-red", "Colours-blue"]);
        terms[0]!["TitlePart"]!["Title"]!.ToString().ShouldBe("scarlet");
        terms[0]!["Kept"]!.GetValue<int>().ShouldBe(1);
        terms[2]!["ContentItemId"]!.ToString().Length.ShouldBe(26);
    }

    [Fact]
    public async Task Post_TermInUse_IsNotTakenOut()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await AddAsync("Shapes", "round", "square");
        await portal.DefineAsync("Shaped", ("TaxonomyField", "Shape", new JsonObject { ["TaxonomyFieldSettings"] = new JsonObject { ["TaxonomyContentItemId"] = id } }));
        await portal.PublishAsync("Shaped", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "Ball" },
            ["Shaped"] = new JsonObject { ["Shape"] = new JsonObject { ["TermContentItemIds"] = new JsonArray("Shapes-round") } },
        });
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();
        form.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("[name='TaxonomyPart.Name']")!.Value = "";

        using var answer = await client.PressAsync(form, EditorPages.Publish);

        var page = await answer.ReadPageAsync();
        page.Errors().ShouldBe(["round is used by 1 item. Choose another term there first"]);
        (await portal.PublishedAsync(id))!.Content["TaxonomyPart"]!["Terms"]!.AsArray().Count.ShouldBe(2);
    }

    private async Task<string> AddAsync(string name, params IEnumerable<string> terms) => (await portal.PublishAsync("Taxonomy", new JsonObject
    {
        ["TitlePart"] = new JsonObject { ["Title"] = name },
        ["TaxonomyPart"] = new JsonObject
        {
            ["TermContentType"] = "Topic",
            ["Terms"] = new JsonArray([.. terms.Select(term => new JsonObject
            {
                ["ContentItemId"] = $"{name}-{term}", ["ContentType"] = "Topic", ["DisplayText"] = term,
                ["TitlePart"] = new JsonObject { ["Title"] = term }, ["Kept"] = 1,
            })]),
        },
    })).ContentItemId;
}
