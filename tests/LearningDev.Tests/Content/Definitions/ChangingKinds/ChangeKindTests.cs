using System.Text.Json.Nodes;
using AngleSharp.Dom;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Definitions.ChangingKinds;

[Requirement("CMS-02")]
public class ChangeKindTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => (await portal.StatusAsync("/content/types/parts/LearningPart/Summary/kind", "employee")).ShouldBe(403);

    [Theory]
    [InlineData("/content/types/parts/LearningPart/Nothing/kind")]
    [InlineData("/content/types/parts/Nothing/Summary/kind")]
    public async Task Get_NoSuchField_IsNotFound(string url) => (await portal.StatusAsync(url, "editor")).ShouldBe(404);

    [Fact]
    public async Task Get_FieldOfAModule_SaysWhoReliesOnIt()
    {
        var page = await portal.GetDocumentAsync("/content/types/parts/LearningPart/Summary/kind?to=choice", "editor");

        page.Body!.TextContent.ShouldContain("The module Catalogue relies on this field. Its kind cannot be changed.");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Get_NothingChosen_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddFieldAsync("Conference", "Theme", "line");

        var page = await client.GetPageAsync("/content/types/parts/Conference/Theme/kind?to=files");

        page.Errors().ShouldBe(["Select what it shall hold"]);
    }

    [Fact]
    public async Task Post_TextToChoice_ShowsWhatIsLostAndCanBeUndone()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Uniform");
        await client.AddFieldAsync("Uniform", "Colour", "line");
        await portal.PublishAsync("Uniform", "Wardens", "uniform-1", ("Colour", TypePages.Text("navy")));
        await portal.PublishAsync("Uniform", "Cooks", "uniform-2", ("Colour", TypePages.Text("White")));
        await portal.PublishAsync("Uniform", "Clowns", "uniform-3", ("Colour", TypePages.Text("all of them at once")));
        var form = (await client.GetPageAsync("/content/types/parts/Uniform/Colour/kind?type=Uniform&to=choice")).FormWith("Choices");
        form.QuerySelector<AngleSharp.Html.Dom.IHtmlTextAreaElement>("[name=Choices]")!.Value.Split('\n').Length.ShouldBe(3);

        using var shown = await client.PressAsync(form, "Show what would change", ("Choices", "Navy\nWhite"));
        var preview = await shown.ReadPageAsync();
        preview.Body!.TextContent.ShouldContain("3 of 3 items have something filled in.");
        preview.Body!.TextContent.ShouldContain("1 of them would lose what cannot be understood as one choice of a list");
        preview.QuerySelector("tbody tr")!.TextContent.ShouldContain("Clowns");
        (await portal.FieldAsync("Uniform", "Colour"))!.FieldSettings.Editor.ShouldBe("");
        using var changed = await client.PressAsync(preview.FormWith("Choices"), "Change the kind");

        ((int)changed.StatusCode).ShouldBe(302);
        (await portal.ValueAsync("uniform-1", "Colour")).ShouldBe("""{"Text":"navy"}""");
        (await portal.ValueAsync("uniform-2", "Colour")).ShouldBe("""{"Text":"white"}""");
        (await portal.ValueAsync("uniform-3", "Colour")).ShouldBeNull();
        (await portal.SummariesAsync("Uniform"))[0].ShouldBe("Made the field Colour of Uniform one choice of a list, which was text, one line");
        (await portal.SummariesAsync("uniform-3"))[0].ShouldContain("Brought Clowns forward");
        (await client.GetPageAsync("/content/new/Uniform")).QuerySelectorAll("select[name='Uniform.Colour'] option").Length.ShouldBe(3);

        await RestoreAsync(client, "Uniform");

        (await portal.FieldAsync("Uniform", "Colour"))!.FieldSettings.Editor.ShouldBe("");
        (await portal.ValueAsync("uniform-2", "Colour")).ShouldBe("""{"Text":"White"}""");
        (await portal.ValueAsync("uniform-3", "Colour")).ShouldBe("""{"Text":"all of them at once"}""");
    }

    [Fact]
    public async Task Post_TextToNumber_ChangesEveryVersion()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Hall");
        await client.AddFieldAsync("Hall", "Seats", "line");
        await portal.PublishAsync("Hall", "Great hall", "hall-1", ("Seats", TypePages.Text("1,200")));
        using var draft = await client.PressAsync((await client.GetPageAsync("/content/hall-1")).ItemForm(), EditorPages.SaveDraft, ("Hall.Seats", "about ninety"));
        var open = (await client.GetPageAsync("/content/hall-1")).ItemForm();
        var form = (await client.GetPageAsync("/content/types/parts/Hall/Seats/kind?type=Hall&to=number")).FormWith("Version");

        using var changed = await client.PressAsync(form, "Change the kind");

        ((int)changed.StatusCode).ShouldBe(302);
        (await portal.PublishedAsync("hall-1"))!.Content["Hall"]!["Seats"]!.ToJsonString().ShouldBe("""{"Value":1200}""");
        (await portal.ValueAsync("hall-1", "Seats")).ShouldBeNull();

        // Whoever had the item open is told that it changed.
        using var late = await client.PressAsync(open, EditorPages.SaveDraft, ("TitlePart.Title", "Hall"));
        late.Headers.Location!.OriginalString.ShouldStartWith("/content/hall-1/merge");

        // What somebody has filled in since is turned back, not forgotten.
        using var filled = await client.PressAsync((await client.GetPageAsync("/content/hall-1")).ItemForm(), EditorPages.SaveDraft, ("Hall.Seats", "95"));
        await RestoreAsync(client, "Hall");
        (await portal.ValueAsync("hall-1", "Seats")).ShouldBe("""{"Text":"95"}""");
        (await portal.PublishedAsync("hall-1"))!.Content["Hall"]!["Seats"]!.ToJsonString().ShouldBe("""{"Text":"1,200"}""");
    }

    [Fact]
    public async Task Post_ChoicesToTerms_FindsTermsByName()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.PublishAsync("Taxonomy", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "Seasons" },
            ["TaxonomyPart"] = new JsonObject
            {
                ["Terms"] = new JsonArray(
                new JsonObject { ["ContentItemId"] = "season-1", ["DisplayText"] = "Spring" }, new JsonObject { ["ContentItemId"] = "season-2", ["DisplayText"] = "Autumn" })
            },
        }, "seasons");
        await client.AddTypeAsync("Fair");
        await client.AddFieldAsync("Fair", "When", "choices", ["Spring", "Autumn"]);
        await portal.PublishAsync("Fair", "Harvest", "fair-1", ("When", new JsonObject { ["Values"] = new JsonArray("autumn", "spring") }));
        var form = (await client.GetPageAsync("/content/types/parts/Fair/When/kind?type=Fair&to=terms")).FormWith("TaxonomyId");

        using var refused = await client.PressAsync(form, "Show what would change");
        var page = await refused.ReadPageAsync();
        page.ErrorBeside("TaxonomyId").ShouldBe("Select a taxonomy");
        using var shown = await client.PressAsync(page.FormWith("TaxonomyId"), "Show what would change", ("TaxonomyId", "seasons"));
        using var changed = await client.PressAsync((await shown.ReadPageAsync()).FormWith("TaxonomyId"), "Change the kind");

        ((int)changed.StatusCode).ShouldBe(302);
        (await portal.ValueAsync("fair-1", "When")).ShouldBe("""{"TaxonomyContentItemId":"seasons","TermContentItemIds":["season-2","season-1"]}""");
    }

    [Fact]
    public async Task Post_SomebodyElseWasQuicker_ChangesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddTypeAsync("Boat");
        await client.AddFieldAsync("Boat", "Sail", "line");
        var form = (await client.GetPageAsync("/content/types/parts/Boat/Sail/kind?type=Boat&to=lines")).FormWith("Version");
        await client.AddFieldAsync("Boat", "Mast", "line");

        using var answer = await client.PressAsync(form, "Change the kind");

        (await answer.ReadPageAsync()).Errors()[0].ShouldStartWith("Somebody else changed these fields");
        (await portal.FieldAsync("Boat", "Sail"))!.FieldSettings.Editor.ShouldBe("");
    }

    // The version before the newest.
    private static async Task RestoreAsync(HttpClient client, string part)
    {
        var history = await client.GetPageAsync($"/content/types/history/part/{part}");
        using var restored = await client.SubmitAsync((await client.GetPageAsync(history.QuerySelectorAll($"a[href*='/content/types/history/part/{part}/']")[0].GetAttribute("href")!)).Form());
        ((int)restored.StatusCode).ShouldBe(302);
    }
}
