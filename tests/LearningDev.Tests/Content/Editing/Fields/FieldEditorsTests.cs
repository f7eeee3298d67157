using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Platform.Permissions;
using LearningDev.Tests.Content.Media;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Fields;

/// <summary>Every kind of field: what an editor fills in, what the item then holds, and what the form shows the next time.</summary>
[Requirement("CMS-02")]
public class FieldEditorsTests(FieldEditorsTests.Portal portal) : IClassFixture<FieldEditorsTests.Portal>
{
    private static readonly byte[] Png = MediaSamples.Picture();

    [Theory]
    [InlineData("Line", "Plain words", """{"Text":"Plain words"}""")]
    [InlineData("Lines", "One\r\nTwo", """{"Text":"One\nTwo"}""")]
    [InlineData("Few", "a", """{"Text":"a"}""")]
    [InlineData("Many", "e", """{"Text":"e"}""")]
    [InlineData("Prose", "- a\r\n- b", """{"Markdown":"- a\n- b"}""")]
    [InlineData("Number", "£1,250.50", """{"Value":1250.50}""")]
    [InlineData("Number", "-3", """{"Value":-3}""")]
    [InlineData("Time", "2:30pm", """{"Value":"14:30:00"}""")]
    [InlineData("Time", "9.05", """{"Value":"09:05:00"}""")]
    [InlineData("Time", "noon", """{"Value":"12:00:00"}""")]
    [InlineData("Flag", "true", """{"Value":true}""")]
    [InlineData("Several", "y", """{"Values":["y"]}""")]
    [InlineData("Term", "topic-finance", """{"TaxonomyContentItemId":"topics","TermContentItemIds":["topic-finance"]}""")]
    public async Task Post_Value_RoundTrips(string field, string typed, string json)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Kinds"), ($"Kinds.{field}", typed));

        await ShouldHoldAsync(client, answer, field, json);
    }

    [Fact]
    public async Task Post_Date_RoundTrips()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.PressAsync(
            form, EditorPages.SaveDraft, ("TitlePart.Title", "Kinds"), ("Kinds.Day.Day", "29"), ("Kinds.Day.Month", "Feb"), ("Kinds.Day.Year", "2028"));

        await ShouldHoldAsync(client, answer, "Day", """{"Value":"2028-02-29T00:00:00Z"}""");
    }

    [Theory]
    [InlineData("1", "7", "2027", "2:30pm", "2027-07-01T13:30:00Z")]
    [InlineData("1", "12", "2027", "14:30", "2027-12-01T14:30:00Z")]
    [InlineData("31", "10", "2027", "1:30am", "2027-10-31T00:30:00Z")]
    public async Task Post_Moment_IsKeptInUtc(string day, string month, string year, string time, string kept)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.PressAsync(
            form, EditorPages.SaveDraft, ("TitlePart.Title", "Kinds"), ("Kinds.Moment.Day", day), ("Kinds.Moment.Month", month),
            ("Kinds.Moment.Year", year), ("Kinds.Moment.Time", time));

        await ShouldHoldAsync(client, answer, "Moment", $$"""{"Value":"{{kept}}"}""");
    }

    [Theory]
    [InlineData("Number", "Kinds.Number", "many", "Number must be a number")]
    [InlineData("Time", "Kinds.Time", "25:00", "Time must be a time, like 2:30pm or 14:30")]
    [InlineData("Link", "Kinds.Link", "javascript:alert(1)", "Link must be a web address that begins with https:// or http://, or an address of this portal that begins with /")]
    [InlineData("Lines", "Kinds.Lines", "Longer than the twenty that it may have", "Lines must be 20 characters or fewer")]
    [InlineData("Day", "Kinds.Day.Day", "31", "Day must include a month and year")]
    public async Task Post_WrongValue_IsSaidBesideTheFieldAndKept(string field, string name, string typed, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.PressAsync(form, EditorPages.SaveDraft, ("TitlePart.Title", "Kinds"), ("Kinds.Line", "Kept"), (name, typed));

        var page = await answer.ReadPageAsync();
        page.Errors().ShouldBe([message]);
        page.ErrorBeside($"Kinds.{field}").ShouldBe(message);
        page.ValueOf(name).ShouldBe(typed);
        page.ValueOf("Kinds.Line").ShouldBe("Kept");
    }

    [Fact]
    public async Task Post_TimeThatClocksSkip_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.PressAsync(
            form, EditorPages.SaveDraft, ("TitlePart.Title", "Kinds"), ("Kinds.Moment.Day", "28"), ("Kinds.Moment.Month", "3"),
            ("Kinds.Moment.Year", "2027"), ("Kinds.Moment.Time", "1:30am"));

        (await answer.ReadPageAsync()).Errors().ShouldBe(["There is no 1:30am on that day, because the clocks go forward"]);
    }

    [Fact]
    public async Task Post_Rows_MoveAndKeepWhatElseWasTyped()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync("/content/new/Kinds");
        var options = page.QuerySelector<IHtmlSelectElement>("[name='Kinds.FewItems']")!.Options.Select(option => option.Value).Where(value => value.Length > 0).ToList();

        page = await PressRowsAsync(client, page, "more Kinds.FewItems 0", options[0]);
        page.QuerySelectorAll("[name='Kinds.FewItems']").Length.ShouldBe(4);
        page = await PressRowsAsync(client, page, "more Kinds.FewItems 0", options[0], options[1], options[2]);
        page = await PressRowsAsync(client, page, "up Kinds.FewItems 2", options[0], options[1], options[2]);
        page.ValueOf("Kinds.Number").ShouldBe("not a number");
        page.Errors().ShouldBeEmpty();
        page = await PressRowsAsync(client, page, "out Kinds.FewItems 0");
        using var answer = await client.PressAsync(page.ItemForm(), EditorPages.SaveDraft, ("Kinds.Number", ""));

        await ShouldHoldAsync(client, answer, "FewItems", $$"""{"ContentItemIds":["{{options[2]}}","{{options[1]}}"]}""");
    }

    [Fact]
    public async Task Post_File_IsAddedToTheLibrary()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.SubmitAsync(
            form, EditorPages.SaveDraft, [("TitlePart.Title", "Kinds"), ("Kinds.Picture.FileText", "A bridge")],
            [new FormFile("Kinds.Picture.File", "..\\..\\My Bridge!.PNG", "image/png", Png)]);

        await ShouldHoldAsync(client, answer, "Picture", """{"Paths":["added/my-bridge.png"],"MediaTexts":["A bridge"]}""");
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<MediaLibrary>().FindAsync("added/my-bridge.png"))!.AlternativeText.ShouldBe("A bridge");
    }

    [Fact]
    public async Task Post_FileThatIsNotWhatItSays_IsRefused()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.SubmitAsync(
            form, EditorPages.SaveDraft, [("TitlePart.Title", "Kinds"), ("Kinds.Picture.FileText", "A page")], [new FormFile("Kinds.Picture.File", "page.png", "image/png", "<html>"u8.ToArray())]);

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Kinds.Picture.File")!.ShouldContain("is not what its name says");
        page.ValueOf("TitlePart.Title").ShouldBe("Kinds");
    }

    [Fact]
    [Requirement("CMS-03")]
    public async Task Post_PictureWithoutWords_IsRefusedUntilItIsDescribed()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();

        using var answer = await client.SubmitAsync(
            form, EditorPages.SaveDraft, [("TitlePart.Title", "Kinds")], [new FormFile("Kinds.Picture.File", "silent.png", "image/png", Png)]);

        (await answer.ReadPageAsync()).ErrorBeside("Kinds.Picture.FileText")!.ShouldStartWith("Enter what the picture shows, or tick that it only decorates");
    }

    [Fact]
    [Requirement("CMS-03")]
    public async Task Post_FileFoundByWords_IsChosenWithTheLibrarysText()
    {
        await using (var scope = portal.Scope())
        {
            var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();
            await library.SaveAsync("found/windmill.png", MediaSamples.Picture(width: 77), new MediaWords("A windmill"));
            await library.SaveAsync("found/windmill-silent.png", MediaSamples.Picture(width: 78));
        }

        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Kinds")).ItemForm();
        using var found = await client.SubmitAsync(form, "Find files for Picture", [("TitlePart.Title", "Kinds"), ("Kinds.Picture.Find", "windmill")], []);
        var page = await found.ReadPageAsync();
        page.ValueOf("TitlePart.Title").ShouldBe("Kinds");
        page.QuerySelectorAll("[data-media-results] input").Select(input => (input.GetAttribute("value"), input.HasAttribute("disabled")))
            .ShouldBe([("found/windmill.png", false), ("found/windmill-silent.png", true)], ignoreOrder: true);

        using var answer = await client.PressAsync(page.ItemForm(), EditorPages.SaveDraft, ("Kinds.Picture", "found/windmill.png"));

        await ShouldHoldAsync(client, answer, "Picture", """{"Paths":["found/windmill.png"],"MediaTexts":["A windmill"]}""");
    }

    [Fact]
    public async Task Get_WithoutManageMedia_OffersNoUpload()
    {
        await MediaPortal.WithoutManageMediaAsync(portal, "Democratic Services");
        var page = await portal.GetDocumentAsync("/content/new/Kinds", "democratic-services");

        page.QuerySelector("[name='Kinds.Picture.Find']").ShouldNotBeNull();
        page.QuerySelector("[type=file]").ShouldBeNull();
    }

    [Fact]
    public async Task Get_VisibilityPart_OffersThePortalsRoles()
    {
        var page = await portal.GetDocumentAsync("/content/new/Course", "editor");

        page.QuerySelectorAll("[name='VisibilityPart.Roles']").Length.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Post_RoleThatAnAdministratorHasAdded_IsKeptAndOneThatIsGoneIsRefused()
    {
        await AddRoleAsync("Fire warden");
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/managing-stress")).ItemForm();
        Boxes(form).Single(box => box.Value == "Fire warden").IsChecked = true;
        using var lost = await client.PressAsync(form, EditorPages.SaveDraft);
        Boxes(form).Single(box => box.Value == "Editor").IsChecked = true;
        using var kept = await client.PressAsync(form, EditorPages.SaveDraft);

        form = (await client.GetPageAsync("/content/managing-stress")).ItemForm();
        var gone = Boxes(form).First(box => !box.IsChecked);
        (gone.Value, gone.IsChecked) = ("Ghost", true);
        using var refused = await client.PressAsync(form, EditorPages.SaveDraft);

        (await lost.ReadPageAsync()).Errors().Single().ShouldStartWith("Choose a role that you have too");
        kept.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await refused.ReadPageAsync()).Errors().ShouldBe(["There is no role “Ghost” any more"]);
        (await portal.LatestAsync("managing-stress"))!.As<VisibilityPart>().Roles.Values.ShouldBe(["Editor", "Fire warden"], ignoreOrder: true);
    }

    private static List<IHtmlInputElement> Boxes(IHtmlFormElement form) =>
        [.. form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox][name='VisibilityPart.Roles']")];

    private async Task AddRoleAsync(string name)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync(name, "", [], PermissionBehavior.Replace);
    }

    private static async Task<IHtmlDocument> PressRowsAsync(HttpClient client, IHtmlDocument page, string action, params IReadOnlyList<string> rows)
    {
        var form = page.ItemForm();
        ((IHtmlInputElement)form.Elements["TitlePart.Title"]!).Value = "Kinds";
        ((IHtmlInputElement)form.Elements["Kinds.Number"]!).Value = "not a number";
        foreach (var (select, value) in form.QuerySelectorAll<IHtmlSelectElement>("[name='Kinds.FewItems']").Zip(rows))
        {
            select.Value = value;
        }

        form.QuerySelector("button[name=action][value=save]")!.SetAttribute("value", action);
        using var answer = await client.PressAsync(form, EditorPages.SaveDraft);
        return await answer.ReadPageAsync();
    }

    private async Task ShouldHoldAsync(HttpClient client, HttpResponseMessage answer, string field, string json)
    {
        ((int)answer.StatusCode).ShouldBe(302, string.Join("; ", (await answer.ReadPageAsync()).Errors()));
        var id = answer.Headers.Location!.OriginalString.Split('/')[^1];
        var content = (await portal.LatestAsync(id))!.Content;
        JsonNode.DeepEquals(content["Kinds"]![field], JsonNode.Parse(json)).ShouldBeTrue(content["Kinds"]![field]?.ToJsonString());

        using var again = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft);
        ((int)again.StatusCode).ShouldBe(302);
        (await portal.LatestAsync(id))!.Content.ToJsonString().ShouldBe(content.ToJsonString());
        (await client.GetPageAsync($"/content/{id}/preview")).QuerySelector("dl, .app-prose").ShouldNotBeNull();
    }

    public sealed class Portal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.DefineAsync("FewOf");
            foreach (var title in (string[])["One", "Two", "Three"])
            {
                await this.PublishAsync("FewOf", new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title } });
            }

            await this.DefineAsync(
                "Kinds",
                ("TextField", "Line", []),
                ("TextField", "Lines", Settings("""{ "ContentPartFieldSettings": { "Editor": "TextArea" }, "TextFieldSettings": { "MaximumLength": 20 } }""")),
                ("TextField", "Few", List("a", "b")),
                ("TextField", "Many", List("a", "b", "c", "d", "e", "f")),
                ("MarkdownField", "Prose", []),
                ("BooleanField", "Flag", []),
                ("NumericField", "Number", Settings("""{ "NumericFieldSettings": { "Scale": 2 } }""")),
                ("DateField", "Day", []),
                ("DateTimeField", "Moment", []),
                ("TimeField", "Time", []),
                ("LinkField", "Link", []),
                ("MultiTextField", "Several", Settings("""{ "MultiTextFieldSettings": { "Options": [ { "name": "X", "value": "x" }, { "name": "Y", "value": "y" } ] } }""")),
                ("TaxonomyField", "Term", Settings("""{ "TaxonomyFieldSettings": { "TaxonomyContentItemId": "topics", "Unique": true } }""")),
                ("ContentPickerField", "FewItems", Settings("""{ "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "FewOf" ] } }""")),
                ("ContentPickerField", "Items", Settings("""{ "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "Provider" ] } }""")),
                ("UserPickerField", "Person", []),
                ("MediaField", "Picture", []));
        }

        private static JsonObject Settings(string json) => JsonNode.Parse(json)!.AsObject();

        private static JsonObject List(params IEnumerable<string> values) => new()
        {
            ["ContentPartFieldSettings"] = new JsonObject { ["Editor"] = "PredefinedList" },
            ["TextFieldPredefinedListEditorSettings"] = new JsonObject
            {
                ["Options"] = new JsonArray([.. values.Select(value => new JsonObject { ["name"] = value.ToUpperInvariant(), ["value"] = value })]),
            },
        };
    }
}
