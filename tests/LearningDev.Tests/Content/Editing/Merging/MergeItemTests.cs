using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Content.Items;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Merging;

/// <summary>Two editors at one item: nothing of either is lost.</summary>
[Requirement("CMS-01")]
public class MergeItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        var id = await editor.AddProviderAsync("Merged by editors only");
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync($"/content/{id}/merge?form=none");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/nosuchitem/merge?form=none");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NothingToBringTogether_LeadsToTheForm()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Nothing typed");

        using var answer = await client.GetAsync($"/content/{id}/merge?form=none");

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
    }

    [Fact]
    public async Task Get_BothChangedDifferentThings_KeepsBothWithoutAsking()
    {
        using var pair = await PairAsync("Different things", ("Provider.About", "Before"), ("Provider.Website.Text", "Ann"));
        var page = await pair.ConflictAsync([("Provider.About", "After")], [("Provider.Website.Text", "Bob")]);

        page.QuerySelectorAll("[type=radio]").ShouldBeEmpty();
        page.QuerySelector("main")!.TextContent.ShouldContain("both fit together");
        var form = await pair.ContinueAsync(page);
        form.ValueOf("Provider.About").ShouldBe("After");
        form.ValueOf("Provider.Website.Text").ShouldBe("Bob");
        await pair.SaveAsync(form);
        var saved = await pair.LatestAsync();
        saved.Content["Provider"]!["About"]!["Markdown"]!.ToString().ShouldBe("After");
        saved.Content["Provider"]!["Website"]!["Text"]!.ToString().ShouldBe("Bob");
    }

    [Fact]
    public async Task Get_BothChangedTheSame_MarksTheWordsOfEach()
    {
        using var pair = await PairAsync("The same", ("Provider.About", "We teach on Mondays"));

        var page = await pair.ConflictAsync([("Provider.About", "We teach on Tuesdays")], [("Provider.About", "We teach well on Mondays")]);

        page.QuerySelector("h1")!.TextContent.ShouldBe("Bring two versions together");
        var (saved, yours) = (page.QuerySelectorAll(".app-merge__side")[0], page.QuerySelectorAll(".app-merge__side")[1]);
        saved.QuerySelector("del")!.TextContent.ShouldContain("Mondays");
        saved.QuerySelector("ins")!.TextContent.ShouldContain("Tuesdays");
        yours.QuerySelector("ins")!.TextContent.ShouldContain("well");
    }

    [Theory]
    [InlineData("Theirs", "", "We teach on Tuesdays")]
    [InlineData("Yours", "", "We teach on Fridays")]
    [InlineData("Both", "We teach on Tuesdays and Fridays", "We teach on Tuesdays and Fridays")]
    public async Task Post_Choice_StandsInTheForm(string keep, string together, string expected)
    {
        using var pair = await PairAsync($"Choice {keep}", ("Provider.About", "We teach on Mondays"));
        var page = await pair.ConflictAsync([("Provider.About", "We teach on Tuesdays")], [("Provider.About", "We teach on Fridays")]);

        var form = await pair.ContinueAsync(page, ("choice.Provider.About", keep), ("text.Provider.About", together));

        form.Banner().ShouldBe("Both versions are together in this form. Check it, then save it");
        form.ValueOf("Provider.About").ShouldBe(expected);
        await pair.SaveAsync(form);
        (await pair.LatestAsync()).Content["Provider"]!["About"]!["Markdown"]!.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task Post_WithoutChoice_AsksForIt()
    {
        using var pair = await PairAsync("No choice", ("Provider.About", "Before"));
        var page = await pair.ConflictAsync([("Provider.About", "Theirs")], [("Provider.About", "Mine")]);

        using var answer = await pair.Second.SubmitAsync(page.MergeForm());

        var again = await answer.ReadPageAsync();
        again.Errors().Count.ShouldBe(1);
        again.Errors()[0].ShouldStartWith("Choose what stays of ");
    }

    [Fact]
    public async Task Post_SavedAgainMeanwhile_ShowsTheNewestBeforeItGoesOn()
    {
        using var pair = await PairAsync("Three times", ("Provider.About", "Before"));
        var page = await pair.ConflictAsync([("Provider.About", "Theirs")], [("Provider.About", "Mine")]);
        await pair.SaveAsync(await pair.First.GetPageAsync($"/content/{pair.Id}"), pair.First, ("Provider.About", "Theirs again"));

        using var answer = await pair.Second.SubmitAsync(page.MergeForm(), ("choice.Provider.About", "Theirs"));

        var again = await answer.ReadPageAsync();
        again.Errors().ShouldBe(["The item was saved again while you were choosing. Look at what is different now, and choose again"]);
        again.QuerySelectorAll(".app-merge__side")[0].TextContent.ShouldContain("again");
    }

    [Fact]
    public async Task Post_ListsOfBoth_AreJoined()
    {
        await portal.DefineAsync("Lists", ("MultiTextField", "Several", System.Text.Json.Nodes.JsonNode.Parse(
            """{ "MultiTextFieldSettings": { "Options": [ { "name": "X", "value": "x" }, { "name": "Y", "value": "y" }, { "name": "Z", "value": "z" } ] } }""")!.AsObject()));
        var item = await portal.PublishAsync("Lists", System.Text.Json.Nodes.JsonNode.Parse("""{ "TitlePart": { "Title": "Lists" }, "Lists": { "Several": { "Values": [ "x" ] } } }""")!.AsObject());
        using var pair = new Pair(portal, await portal.SignedInAsAsync("editor"), await portal.SignedInAsAsync("administrator"), item.ContentItemId);
        var page = await pair.ConflictAsync([("Lists.Several", "x"), ("Lists.Several", "y")], [("Lists.Several", "x"), ("Lists.Several", "z")]);

        var form = await pair.ContinueAsync(page, ("choice.Lists.Several", "Both"));

        form.QuerySelectorAll<IHtmlInputElement>("[name='Lists.Several']").Where(box => box.IsChecked).Select(box => box.Value).ShouldBe(["x", "y", "z"]);
    }

    [Fact]
    public async Task BringBack_OlderThanWhatIsSaved_LeadsToBothVersions()
    {
        using var pair = await PairAsync("From Tuesday", ("Provider.About", "Before"));
        var form = (await pair.Second.GetPageAsync($"/content/{pair.Id}")).ItemForm();
        using var kept = await Unsaved.OpenFormsApiTests.KeepAsync(pair.Second, form, ("Provider.About", "From Tuesday"));
        await pair.SaveAsync(await pair.First.GetPageAsync($"/content/{pair.Id}"), pair.First, ("Provider.About", "From Wednesday"));

        using var answer = await pair.Second.GetAsync(Unsaved.OpenFormsApiTests.BringBack(await pair.Second.GetPageAsync($"/content/{pair.Id}")));

        answer.Headers.Location!.OriginalString.ShouldStartWith($"/content/{pair.Id}/merge?form=");
    }

    private async Task<Pair> PairAsync(string title, params (string Name, string? Value)[] values)
    {
        var first = await portal.SignedInAsAsync("editor");
        var id = await first.AddProviderAsync(title);
        using var published = await first.PressAsync((await first.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.Publish, values);
        published.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return new Pair(portal, first, await portal.SignedInAsAsync("administrator"), id);
    }

    /// <summary>Two editors with the form of one item.</summary>
    private sealed record Pair(PortalHost Portal, HttpClient First, HttpClient Second, string Id) : IDisposable
    {
        /// <summary>Both open the form; the first saves, then the second.</summary>
        public async Task<IHtmlDocument> ConflictAsync((string Name, string? Value)[] first, (string Name, string? Value)[] second)
        {
            var form = (await Second.GetPageAsync($"/content/{Id}")).ItemForm();
            await SaveAsync(await First.GetPageAsync($"/content/{Id}"), First, first);
            using var answer = await Second.PressAsync(form, EditorPages.SaveDraft, second);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.OriginalString.ShouldStartWith($"/content/{Id}/merge?form=");
            return await Second.GetPageAsync(answer.Headers.Location.OriginalString);
        }

        public async Task<IHtmlDocument> ContinueAsync(IHtmlDocument page, params (string Name, string? Value)[] choices)
        {
            using var answer = await Second.SubmitAsync(page.MergeForm(), choices);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            return await Second.GetPageAsync(answer.Headers.Location!.OriginalString);
        }

        public async Task SaveAsync(IHtmlDocument page, HttpClient? client = null, params (string Name, string? Value)[] values)
        {
            using var answer = await (client ?? Second).PressAsync(page.ItemForm(), EditorPages.SaveDraft, values);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.OriginalString.ShouldBe($"/content/{Id}");
        }

        public async Task<ContentItem> LatestAsync() => (await Portal.LatestAsync(Id))!;

        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}
