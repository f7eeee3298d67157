using System.Net;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Platform.Permissions;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Synonyms;

[Requirement("CAT-04")]
public class AddSynonymTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content/searches/synonyms";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Text_IsFilledIn()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var page = await client.GetPageAsync($"{Url}?text=zumba&back=%3Fshow%3DNothing");

        page.ValueOf("text").ShouldBe("zumba");
        page.QuerySelector(".govuk-back-link")!.GetAttribute("href").ShouldBe("/content/searches?show=Nothing");
    }

    [Fact]
    public async Task Post_NewWords_TheNextSearchFindsThem()
    {
        using var client = await portal.SignedInAsAsync("editor");
        (await TitlesAsync(client, "flibbertigibbet")).ShouldBeEmpty();
        var form = (await client.GetPageAsync($"{Url}?text=flibbertigibbet&back=%3Fshow%3DNothing")).Form(Url);

        using var answer = await client.SubmitAsync(form, ("Words", "minute taking\n minute   TAKING \nflibbertigibbet"));
        using var again = await client.SubmitAsync(form, ("Words", "minute taking"));

        answer.Headers.Location!.OriginalString.ShouldBe("/content/searches?show=Nothing");
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/content/searches")).Banner().ShouldContain("A search for “flibbertigibbet” finds the other words too");
        (await TitlesAsync(client, "flibbertigibbet")).ShouldContain("Minute taking");
        var id = ((AngleSharp.Html.Dom.IHtmlInputElement)form.Elements["NewId"]!).Value;
        (await portal.PublishedAsync(id))!.As<SearchSynonymsPart>(SearchSynonyms.SynonymsType).Words.Text.ShouldBe("flibbertigibbet\nminute taking");
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished"]);
    }

    [Fact]
    public async Task Post_WordOfAList_ExtendsTheListAndWorksBothWays()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"{Url}?text=hgv")).Form(Url);

        using var answer = await client.SubmitAsync(form, ("Words", "juggernaut"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PublishedAsync("synonyms-driver-cpc"))!.As<SearchSynonymsPart>(SearchSynonyms.SynonymsType).Words.Text.ShouldBe("Driver CPC\nHGV\nLGV\njuggernaut");
        (await TitlesAsync(client, "juggernaut")).ShouldBe(["Driver CPC periodic training"]);
    }

    [Fact]
    public async Task Post_ChosenListOneWay_AddsTheNarrowerWord()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"{Url}?text=synaesthesia")).Form(Url);

        using var answer = await client.SubmitAsync(form, ("ListId", "synonyms-neurodiversity"), ("Direction", "one-way"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var part = (await portal.PublishedAsync("synonyms-neurodiversity"))!.As<SearchSynonymsPart>(SearchSynonyms.SynonymsType);
        part.AlsoTyped.Text!.ShouldEndWith("\nsynaesthesia");
        part.Words.Text!.ShouldNotContain("synaesthesia");
        (await TitlesAsync(client, "synaesthesia")).ShouldContain("What is neurodiversity?");
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("?a\r\nSet-Cookie: b=c")]
    public async Task Post_BackToElsewhere_GoesToTheList(string back)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"{Url}?text=clavichord&back={Uri.EscapeDataString(back)}")).Form(Url);

        using var answer = await client.SubmitAsync(form, ("Words", "minute taking"));

        answer.Headers.Location!.OriginalString.ShouldBe("/content/searches");
    }

    [Theory]
    [InlineData("", "other", "text", "Enter what people type")]
    [InlineData("!!!", "other", "text", "Enter what people type")]
    [InlineData("banjo", "", "Words", "Enter other words that mean the same, or choose a list")]
    [InlineData("banjo", "BANJOS", "Words", "Enter other words that mean the same, or choose a list")]
    public async Task Post_Missing_IsSaidBesideTheField(string text, string words, string field, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).Form(Url), ("text", text), ("Words", words));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside(field).ShouldBe(message);
        page.ValueOf("text").ShouldBe(text);
        page.ValueOf("Words").ShouldBe(words);
    }

    [Fact]
    public async Task Post_TooLong_IsSaid()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync(
            (await client.GetPageAsync(Url)).Form(Url), ("text", new string('w', 101)), ("Words", new string('x', 101)));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("text").ShouldBe("What people type must be 100 characters or fewer");
        page.ErrorBeside("Words").ShouldBe("Each line must be 100 characters or fewer. One of yours has 101");
    }

    [Fact]
    public async Task Post_MayOnlyEdit_SavesADraftThatSearchesDoNotUseYet()
    {
        await using var other = new PortalHost();
        await other.InitializeAsync();
        await using (var scope = other.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Roles>().SaveAsync("Editor", null, ["PublishContent"], PermissionBehavior.Remove);
        }

        using var client = await other.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync($"{Url}?text=flageolet")).Form(Url);
        using var answer = await client.SubmitAsync(form, ("Words", "minute taking"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/content/searches")).Banner().ShouldContain("saved as a draft");
        (await TitlesAsync(client, "flageolet")).ShouldBeEmpty();
        var id = ((AngleSharp.Html.Dom.IHtmlInputElement)form.Elements["NewId"]!).Value;
        (await other.PublishedAsync(id)).ShouldBeNull();
        (await other.EventsAsync(id)).ShouldBe(["ContentDraftSaved"]);
    }

    [Fact]
    public async Task Post_ListWithADraft_LeavesItAlone()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var item = (await client.GetPageAsync("/content/synonyms-toil")).ItemForm();
        using var draft = await client.PressAsync(item, EditorPages.SaveDraft, ("SearchSynonyms.Words", "time off in lieu\nTOIL\nhalf an idea"));

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{Url}?text=toil")).Form(Url), ("Words", "lieu days"));

        var page = await answer.ReadPageAsync();
        page.Errors().ShouldHaveSingleItem().ShouldContain("has a draft that is not published");
        page.QuerySelector("main a[href='/content/synonyms-toil']").ShouldNotBeNull();
        page.ValueOf("Words").ShouldBe("lieu days");
        (await portal.PublishedAsync("synonyms-toil"))!.As<SearchSynonymsPart>(SearchSynonyms.SynonymsType).Words.Text!.ShouldNotContain("lieu days");
    }

    [Fact]
    public async Task Post_SeveralAtOnce_LosesNobodysWords()
    {
        string[] words = ["gittern", "sackbut", "crumhorn", "shawm"];
        using var client = await portal.SignedInAsAsync("editor");
        var forms = new List<AngleSharp.Html.Dom.IHtmlFormElement>();
        foreach (var _ in words)
        {
            forms.Add((await client.GetPageAsync($"{Url}?text=purdah")).Form(Url));
        }

        var answers = await Task.WhenAll(forms.Zip(words).Select(async pair =>
        {
            // Whoever is told of a conflict saves again.
            for (var time = 0; time < 10; time++)
            {
                using var answer = await client.SubmitAsync(pair.First, ("Words", pair.Second));
                if (answer.StatusCode == HttpStatusCode.Redirect)
                {
                    return true;
                }
            }

            return false;
        }));

        answers.ShouldAllBe(saved => saved);
        (await portal.PublishedAsync("synonyms-pre-election-peri"))!.As<SearchSynonymsPart>(SearchSynonyms.SynonymsType)
            .Words.Text!.Split('\n').ShouldBe(["pre-election period", "purdah", .. words], ignoreOrder: true);
    }

    private static async Task<List<string>> TitlesAsync(HttpClient client, string text) =>
        [.. (await client.GetPageAsync($"/catalogue?q={Uri.EscapeDataString(text)}")).QuerySelectorAll(".app-results__title").Select(title => title.TextContent.Trim())];
}
