using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Fields.Picking;

/// <summary>Fields whose values are found by searching: without script, and as JSON for the script.</summary>
[Requirement("CMS-02")]
public class PickerTests(PickerTests.Portal portal) : IClassFixture<PickerTests.Portal>
{
    [Fact]
    public async Task Post_Items_AreFoundMovedAndTakenOut()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync("/content/new/Picks");

        page = await PressAsync(client, page, "Find for Items", ("TitlePart.Title", "Picked"), ("Picks.Items.Search", "learn"));
        var found = page.QuerySelectorAll<IHtmlInputElement>("[type=checkbox][name='Picks.Items']").Select(box => box.Value).ToList();
        found.Count.ShouldBeGreaterThan(1);
        page = await PressAsync(client, page, "Find for Items", ("Picks.Items.Search", "zzzz"), ("Picks.Items", found[0]), ("Picks.Items", found[1]));
        page.QuerySelector("main")!.TextContent.ShouldContain("Nothing is found for “zzzz”");
        var second = Names(page)[1];
        page = await PressAsync(client, page, $"Move up {second}");
        Names(page)[0].ShouldBe(second);
        page = await PressAsync(client, page, $"Take out {second}");
        page.ValueOf("TitlePart.Title").ShouldBe("Picked");
        using var answer = await client.PressAsync(page.ItemForm(), EditorPages.SaveDraft);

        var id = answer.Headers.Location!.OriginalString.Split('/')[^1];
        (await portal.LatestAsync(id))!.Content["Picks"]!["Items"]!.ToJsonString().ShouldBe($$"""{"ContentItemIds":["{{found[0]}}"]}""");
        using var again = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft);
        (await portal.LatestAsync(id))!.Content["Picks"]!["Items"]!.ToJsonString().ShouldBe($$"""{"ContentItemIds":["{{found[0]}}"]}""");
    }

    [Fact]
    public async Task Post_Person_IsFoundByNameAndReplaced()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync("/content/new/Picks");
        page = await PressAsync(client, page, "Find for Person", ("TitlePart.Title", "Person"), ("Picks.Person.Search", "owen pritch"));
        var owen = page.QuerySelector<IHtmlInputElement>("[type=radio][name='Picks.Person']")!.Value;
        page = await PressAsync(client, page, "Find for Person", ("Picks.Person", owen), ("Picks.Person.Search", "haddad"));
        Names(page).ShouldBe(["Owen Pritchard"]);
        var leila = page.QuerySelector<IHtmlInputElement>("[type=radio][name='Picks.Person']")!.Value;

        using var answer = await client.PressAsync(page.ItemForm(), EditorPages.SaveDraft, ("Picks.Person", leila));

        var id = answer.Headers.Location!.OriginalString.Split('/')[^1];
        (await portal.LatestAsync(id))!.Content["Picks"]!["Person"]!.ToJsonString().ShouldBe($$"""{"UserIds":["{{leila}}"]}""");
    }

    [Fact]
    public async Task Get_RemovedItem_StaysChosenAndIsMarked()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var provider = await client.AddProviderAsync("Soon removed");
        var item = await portal.PublishAsync("Picks", JsonNode.Parse($$"""{ "TitlePart": { "Title": "Keeps it" }, "Picks": { "Items": { "ContentItemIds": [ "{{provider}}" ] } } }""")!.AsObject());
        using var removed = await client.SubmitAsync((await client.GetPageAsync($"/content/{provider}/remove")).Form($"/content/{provider}/remove"));

        var page = await client.GetPageAsync($"/content/{item.ContentItemId}");

        page.QuerySelector(".app-picker__name")!.TextContent.ShouldContain("Soon removed");
        page.QuerySelector(".app-picker__note")!.TextContent.ShouldBe("removed");
    }

    [Fact]
    public async Task Post_NothingChosenWhereSomethingMustBe_IsSaidBesideTheSearch()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/new/Picks")).ItemForm();

        using var answer = await client.PressAsync(form, EditorPages.Publish, ("TitlePart.Title", "None"));

        var page = await answer.ReadPageAsync();
        page.Errors().ShouldBe(["Select items"]);
        page.ErrorBeside("Picks.Items").ShouldBe("Select items");
        page.GetElementById(page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")![1..]).ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_Programme_IsLight()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var address = (await client.GetPageAsync("/content?type=Programme&state=Published")).QuerySelector("tbody th a")!.GetAttribute("href")!;

        (await client.GetStringAsync(address)).Length.ShouldBeLessThan(120_000);
    }

    [Fact]
    public async Task GetApi_Words_FindsWhatTheFieldMayHold()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var answer = await client.GetFromJsonAsync<PickMatches>("/api/content/pick/Picks/Items?q=northbourne%20LEARNING");

        answer!.Picks.ShouldHaveSingleItem().Name.ShouldBe("Northbourne Learning and Development");
        (await client.GetFromJsonAsync<PickMatches>("/api/content/pick/Picks/Items?q="))!.Picks.ShouldBeEmpty();
        (await client.GetFromJsonAsync<PickMatches>("/api/content/pick/Picks/Items?q=%25"))!.Picks.ShouldBeEmpty();
        (await client.GetFromJsonAsync<PickMatches>("/api/content/pick/Picks/Items?q=%00"))!.Picks.ShouldBeEmpty();
        (await client.GetFromJsonAsync<PickMatches>("/api/content/pick/Picks/Person?q=owen"))!.Picks.ShouldContain(pick => pick.Name == "Owen Pritchard");
    }

    [Theory]
    [InlineData("editor", "/api/content/pick/Picks/Nothing?q=a", HttpStatusCode.NotFound)]
    [InlineData("editor", "/api/content/pick/TitlePart/Title?q=a", HttpStatusCode.NotFound)]
    [InlineData("employee", "/api/content/pick/Picks/Items?q=a", HttpStatusCode.Forbidden)]
    public async Task GetApi_WhatMayNotBeAsked_IsRefused(string userName, string address, HttpStatusCode status)
    {
        using var client = await portal.SignedInAsAsync(userName);

        using var answer = await client.GetAsync(address);

        answer.StatusCode.ShouldBe(status);
    }

    private static List<string> Names(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".app-picker__list > li .app-picker__name > [data-picker-name]").Select(name => name.TextContent)];

    private static async Task<IHtmlDocument> PressAsync(HttpClient client, IHtmlDocument page, string button, params (string Name, string? Value)[] values)
    {
        using var answer = await client.PressAsync(page.ItemForm(), button, values);
        return await answer.ReadPageAsync();
    }

    public sealed class Portal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.DefineAsync(
                "Picks",
                ("ContentPickerField", "Items", JsonNode.Parse("""{ "ContentPickerFieldSettings": { "Required": true, "Multiple": true, "DisplayedContentTypes": [ "Provider" ] } }""")!.AsObject()),
                ("UserPickerField", "Person", []));
        }
    }
}
