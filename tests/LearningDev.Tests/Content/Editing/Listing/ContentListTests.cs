using System.Net;
using LearningDev.Content.Editing.Listing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Listing;

[Requirement("CMS-01")]
public class ContentListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Editor_ShowsNewestFirstInPages()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("Zebra crossing training");

        var page = await client.GetPageAsync(Url);

        page.QuerySelector("tbody th a")!.TextContent.Trim().ShouldBe("Zebra crossing training");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        page.QuerySelector(".govuk-pagination a[href*='p=2']").ShouldNotBeNull();
        (await client.GetPageAsync($"{Url}?p=2")).QuerySelector("tbody th a")!.TextContent.ShouldNotBe(page.QuerySelector("tbody th a")!.TextContent);
    }

    [Theory]
    [InlineData("Saved")]
    [InlineData("Title")]
    [InlineData("Review")]
    public async Task Get_EveryPage_ListsEachItemOnceInOneOrder(string order)
    {
        await using var scope = portal.Scope();
        var listing = scope.ServiceProvider.GetRequiredService<ContentListing>();
        var query = new ListingQuery { Order = Enum.Parse<ListingOrder>(order) };
        var all = await listing.AllIdsAsync(query, int.MaxValue, default);
        List<string> paged = [];
        for (var page = 1; paged.Count < all.Count; page++)
        {
            var shown = await listing.FindAsync(query with { Page = page }, default);
            shown.Page.ShouldBe(page);
            paged.AddRange(shown.Items.Select(item => item.Id));
        }

        all.Count.ShouldBeGreaterThan(200);
        paged.ShouldBe(all);
    }

    [Fact]
    public async Task Get_StateAndWords_NarrowTheList()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("Quokka draft");
        var live = await client.AddProviderAsync("Quokka live", EditorPages.Publish);
        var changed = await client.AddProviderAsync("Quokka changed", EditorPages.Publish);
        using var saved = await client.PressAsync((await client.GetPageAsync($"{Url}/{changed}")).ItemForm(), EditorPages.SaveDraft, ("TitlePart.Title", "Quokka changed since"));
        var gone = await client.AddProviderAsync("Quokka gone");
        using var removed = await client.SubmitAsync((await client.GetPageAsync($"{Url}/{gone}/remove")).Form($"{Url}/{gone}/remove"));

        (await TitlesAsync(client, "?q=QUOKKA")).ShouldBe(["Quokka changed since", "Quokka live", "Quokka draft"]);
        (await TitlesAsync(client, "?q=quokka&state=Draft")).ShouldBe(["Quokka draft"]);
        (await TitlesAsync(client, "?q=quokka&state=Published")).ShouldBe(["Quokka live"]);
        (await TitlesAsync(client, "?q=quokka&state=NewerDraft")).ShouldBe(["Quokka changed since"]);
        (await TitlesAsync(client, "?q=quokka&state=Draft&state=NewerDraft")).ShouldBe(["Quokka changed since", "Quokka draft"]);
        (await TitlesAsync(client, "?q=quokka&sort=Title")).ShouldBe(["Quokka changed since", "Quokka draft", "Quokka live"]);
        (await TitlesAsync(client, "?q=quokka&type=Course")).ShouldBeEmpty();
        (await TitlesAsync(client, "?q=quokka&type=Course&type=Provider")).Count.ShouldBe(3);
        live.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_NothingFound_SaysSo()
    {
        var page = await portal.GetDocumentAsync($"{Url}?q=xyzzyx", "editor");

        page.QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing found");
    }

    [Fact]
    public async Task Get_Choices_CountWhatTheyWouldShow()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("Numbered draft");
        await client.AddProviderAsync("Numbered live", EditorPages.Publish);

        var page = await client.GetPageAsync($"{Url}?q=numbered&state=Published");

        page.QuerySelector("[role=status] strong")!.TextContent.ShouldBe("1 item");
        LabelOf(page, "state", "Draft").ShouldBe("Draft (1)");
        LabelOf(page, "state", "Archived").ShouldBe("Archived (0)");
        LabelOf(page, "type", "Provider").ShouldBe("Provider (1)");
        page.QuerySelector("details.app-filter__more")!.HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task Get_Topic_HasWhatIsFiledUnderItAndBelow()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var parent = await portal.TermsAsync(("Marsupials", ["Wallabies"]));
        await portal.FiledAsync("Under the child", parent[1]);
        await portal.FiledAsync("Under the parent", parent[0]);

        (await TitlesAsync(client, $"?topic={parent[0]}&sort=Title")).ShouldBe(["Under the child", "Under the parent"]);
        (await TitlesAsync(client, $"?topic={parent[1]}")).ShouldBe(["Under the child"]);
    }

    [Fact]
    public async Task Get_OwnerAndReview_NarrowTheList()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await portal.CuratedAsync("Wallaroo mine and late", await portal.PersonAsync("editor"), today.AddDays(-2));
        await portal.CuratedAsync("Wallaroo soon", await portal.PersonAsync("employee"), today.AddDays(20));
        await portal.CuratedAsync("Wallaroo later", await portal.PersonAsync("employee"), today.AddDays(40));
        await portal.CuratedAsync("Wallaroo of nobody", owner: null, reviewBy: null);
        await portal.CuratedAsync("Wallaroo of somebody gone", await portal.LeaverAsync(), today.AddDays(40));

        (await TitlesAsync(client, "?q=wallaroo&owner=me")).ShouldBe(["Wallaroo mine and late"]);
        (await TitlesAsync(client, "?q=wallaroo&owner=nobody")).ShouldBe(["Wallaroo of nobody"]);
        (await TitlesAsync(client, "?q=wallaroo&owner=left")).ShouldBe(["Wallaroo of somebody gone"]);
        (await TitlesAsync(client, $"?q=wallaroo&owner={await portal.PersonAsync("employee")}&sort=Review")).ShouldBe(["Wallaroo soon", "Wallaroo later"]);
        (await TitlesAsync(client, "?q=wallaroo&review=Overdue")).ShouldBe(["Wallaroo mine and late"]);
        (await TitlesAsync(client, "?q=wallaroo&review=Soon")).ShouldBe(["Wallaroo soon"]);
        (await TitlesAsync(client, "?q=wallaroo&review=None")).ShouldBe(["Wallaroo of nobody"]);
        (await TitlesAsync(client, "?q=wallaroo&sort=Review"))[^1].ShouldBe("Wallaroo of nobody");
    }

    [Fact]
    public async Task Get_NameOfAColleague_LeadsToTheirContentOrAsksWhoIsMeant()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var one = await client.GetAsync($"{Url}?q=stress&colleague=leila+haddad");
        var several = await client.GetPageAsync($"{Url}?q=stress&colleague=ma");
        var none = await client.GetPageAsync($"{Url}?colleague=xyzzyx");

        one.Headers.Location!.OriginalString.ShouldStartWith($"{Url}?q=stress&owner=");
        several.Errors().Single().ShouldStartWith("Several colleagues have that name");
        several.QuerySelectorAll("details a[href*='q=stress&owner=']").Length.ShouldBeGreaterThan(1);
        none.ErrorBeside("colleague")!.ShouldStartWith("Nobody of that name works here at present");
        none.ValueOf("colleague").ShouldBe("xyzzyx");
    }

    [Fact]
    public async Task Get_WordsOfTheText_FindWhatIsPublished()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var course = (await TitlesAsync(client, "?q=managing+stress")).First();

        (await TitlesAsync(client, "?q=burnout")).ShouldBeEmpty();
        (await TitlesAsync(client, "?q=managing+stress&text=true")).ShouldContain(course);
        (await TitlesAsync(client, "?q=resilience&text=true")).Count.ShouldBeGreaterThan((await TitlesAsync(client, "?q=resilience")).Count);
    }

    [Fact]
    public async Task Get_TickAll_TicksThePageWithoutScript()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync($"{Url}?sort=Title&p=2");
        page.QuerySelectorAll("input[name=item][checked]").Length.ShouldBe(0);

        var ticked = await client.GetPageAsync(page.QuerySelector("a[href*='tick=all']")!.GetAttribute("href")!);

        ticked.QuerySelectorAll("input[name=item][checked]").Length.ShouldBe(20);
        ticked.QuerySelector("tbody th a")!.TextContent.ShouldBe(page.QuerySelector("tbody th a")!.TextContent);
    }

    [Fact]
    public async Task Get_AnyNumberOfRows_AsksTheDatabaseAsOften()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.GetPageAsync(Url);
        portal.Queries.Restart();
        await client.GetPageAsync($"{Url}?q=councillor");
        var few = portal.Queries.Count;
        portal.Queries.Restart();
        var page = await client.GetPageAsync(Url);

        portal.Queries.Count.ShouldBeLessThanOrEqualTo(few + 1);
        portal.Queries.Count.ShouldBeLessThan(16);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("?p=-1")]
    [InlineData("?p=99999")]
    [InlineData("?p=x&state=Nonsense&type=Nonsense")]
    [InlineData("?q=%25_'%22%00")]
    [InlineData("?owner=%00&topic=%00&type=%00&review=7&sort=-&state=Removed&colleague=%00&tick=x")]
    [InlineData("?q=-stress&text=true")]
    [InlineData("?q=%22%22&text=true&owner=no-such-person&topic=no-such-term&by=me")]
    public async Task Get_StrangeQuestions_AreAnswered(string query)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(Url + query);

        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    private static string LabelOf(AngleSharp.Html.Dom.IHtmlDocument page, string name, string value) =>
        page.QuerySelector($"label[for={page.QuerySelector($"input[name={name}][value={value}]")!.Id}]")!.TextContent.Trim();

    private static async Task<List<string>> TitlesAsync(HttpClient client, string query) =>
        [.. (await client.GetPageAsync(Url + query)).QuerySelectorAll("tbody th a").Select(cell => cell.TextContent.Trim())];
}
