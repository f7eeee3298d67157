using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Promoting;

[Requirement("CAT-04")]
public class ChooseFirstTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content/searches/first";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_WordsThatFindNothing_SaysWhatToDo()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var page = await client.GetPageAsync($"{Url}?text=zzzz");

        page.QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing found to choose from");
        page.ValueOf("find").ShouldBe("zzzz");
    }

    [Fact]
    public async Task Post_FoundByOtherWords_ComesFirstAtOnce()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var first = await client.GetPageAsync($"{Url}?text=glockenspiel&back=%3Fdays%3D7");
        using var found = await client.SubmitAsync(first.Form(Url), "Find", [("find", "minute taking")], []);
        var form = (await found.ReadPageAsync()).Form(Url);

        using var answer = await client.SubmitAsync(form, "Save", [("Chosen", "minute-taking")], []);
        using var again = await client.SubmitAsync(form, "Save", [("Chosen", "minute-taking")], []);

        answer.Headers.Location!.OriginalString.ShouldBe("/content/searches?days=7");
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/content/searches")).Banner().ShouldContain("What you chose comes first for “glockenspiel”");
        (await TitlesAsync(client, "q=Glockenspiels")).ShouldBe(["Minute taking"]);
        (await TitlesAsync(client, "q=glockenspiel&kind=e-learning")).ShouldBeEmpty();
        (await TitlesAsync(client, "q=glockenspiel&kind=course")).ShouldBe(["Minute taking"]);
        var id = ((IHtmlInputElement)form.Elements["NewId"]!).Value;
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished"]);
    }

    [Fact]
    public async Task Post_Find_KeepsWhatIsTicked()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"{Url}?text=stress")).Form(Url);

        using var answer = await client.SubmitAsync(form, "Find", [("Chosen", "managing-stress"), ("find", "minute taking")], []);

        var page = await answer.ReadPageAsync();
        page.QuerySelectorAll("input[name=Chosen][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["managing-stress"]);
        page.QuerySelector("input[value=minute-taking]").ShouldNotBeNull();
        page.QuerySelectorAll(".govuk-error-summary").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{Url}?text=stress")).Form(Url), "Save", [("text", "")], []);

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Chosen").ShouldBe("Choose what comes first");
        page.ErrorBeside("text").ShouldBe("Enter what people type");
    }

    [Fact]
    public async Task Post_SomebodyElseWasQuicker_IsToldAndBothAreTicked()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var mine = (await client.GetPageAsync($"{Url}?text=harpsichord&find=minute+taking")).Form(Url);
        var theirs = (await client.GetPageAsync($"{Url}?text=harpsichord&find=stress")).Form(Url);
        using var saved = await client.SubmitAsync(theirs, "Save", [("Chosen", "managing-stress")], []);

        using var answer = await client.SubmitAsync(mine, "Save", [("Chosen", "minute-taking")], []);
        var page = await answer.ReadPageAsync();

        page.Errors().ShouldHaveSingleItem().ShouldContain("Somebody else has changed what comes first");
        page.QuerySelectorAll("input[name=Chosen][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["managing-stress", "minute-taking"]);
        using var second = await client.SubmitAsync(page.Form(Url), "Save", [], []);
        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TitlesAsync(client, "q=harpsichord")).ShouldBe(["Managing stress", "Minute taking"]);
    }

    [Fact]
    public async Task Post_EntryThatTheEditorMayNotSee_StaysAndIsNotShown()
    {
        // Editors do not see what is restricted to councillors; Democratic Services do.
        const string Restricted = "planning-committee-essential-training";
        using var services = await portal.SignedInAsAsync("democratic-services");
        var form = (await services.GetPageAsync($"{Url}?text=zxqwv&find=planning+committee")).Form(Url);
        var restricted = form.QuerySelectorAll("label").Single(label => label.TextContent.Contains("Planning committee", StringComparison.Ordinal));
        var id = form.QuerySelector($"#{restricted.GetAttribute("for")}")!.GetAttribute("value")!;
        using var saved = await services.SubmitAsync(form, "Save", [("Chosen", id)], []);
        using var editor = await portal.SignedInAsAsync("editor");
        using var hidden = await editor.GetAsync($"/catalogue/{Restricted}");
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var page = await editor.GetPageAsync($"{Url}?text=zxqwv&find=minute+taking");
        using var answer = await editor.SubmitAsync(page.Form(Url), "Save", [("Chosen", "minute-taking")], []);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.QuerySelector($"input[value='{id}']").ShouldBeNull();
        page.DocumentElement.TextContent.ShouldNotContain("Planning committee");
        (await TitlesAsync(editor, "q=zxqwv")).ShouldBe(["Minute taking"]);
        (await TitlesAsync(services, "q=zxqwv")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Post_SearchOfAList_ChangesThatListAndSaysForWhatElse()
    {
        var list = await portal.PublishAsync(SearchSynonyms.PromotedType, new System.Text.Json.Nodes.JsonObject
        {
            ["TitlePart"] = new System.Text.Json.Nodes.JsonObject { ["Title"] = "Lutes" },
            [SearchSynonyms.PromotedType] = new System.Text.Json.Nodes.JsonObject
            {
                ["Searches"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "lute\r\narchlute" },
                ["Entries"] = new System.Text.Json.Nodes.JsonObject { ["ContentItemIds"] = new System.Text.Json.Nodes.JsonArray("managing-stress") },
            },
        });
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"{Url}?text=lutes&find=minute+taking");

        using var answer = await client.SubmitAsync(page.Form(Url), "Save", [("Chosen", "managing-stress"), ("Chosen", "minute-taking")], []);

        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("and for “archlute”");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PublishedAsync(list.ContentItemId))!.As<PromotedResultsPart>(SearchSynonyms.PromotedType).Entries.ContentItemIds.ShouldBe(["managing-stress", "minute-taking"]);
        (await TitlesAsync(client, "q=archlute")).ShouldBe(["Managing stress", "Minute taking"]);
    }

    private static async Task<List<string>> TitlesAsync(HttpClient client, string query) =>
        [.. (await client.GetPageAsync($"/catalogue?{query}")).QuerySelectorAll(".app-results__title").Select(title => title.TextContent.Trim())];
}
