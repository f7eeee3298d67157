using AngleSharp.Dom;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Search;

public class SearchPageTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private readonly PortalHost host = portal.Host;

    [Fact]
    public async Task Get_SignedOut_AsksToSignInAndComesBack()
    {
        using var client = host.SignedOut();
        using var answer = await client.GetAsync(new Uri("/catalogue?q=stress", UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(302);
        answer.Headers.Location!.ToString().ShouldContain("returnUrl=%2Fcatalogue%3Fq%3Dstress");
    }

    [Fact]
    [Requirement("CAT-01")]
    public async Task Get_Words_ShowsEntriesThatHaveThem()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=managing+stress");
        Titles(page).ShouldContain("Managing stress");
        page.QuerySelector(".app-toolbar__count")!.TextContent.ShouldContain("for “managing stress”");
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_OtherFormOfAWord_FindsIt()
    {
        Titles(await host.GetDocumentAsync("/catalogue?q=neurodiverse")).ShouldContain(title => title.Contains("neurodiversity", StringComparison.OrdinalIgnoreCase));
        Titles(await host.GetDocumentAsync("/catalogue?q=apprentice")).ShouldNotBeEmpty();
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_TypingError_OffersTheRightSpelling()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=leadershp");
        var better = page.QuerySelectorAll("main a").Single(link => link.TextContent == "leadership");
        better.GetAttribute("href").ShouldBe("/catalogue?q=leadership");
    }

    [Fact]
    public async Task Get_TwoFacets_NarrowsAndCountsWhatIsLeft()
    {
        using var client = await host.SignedInAsAsync("employee");
        var all = await client.GetPageAsync("/catalogue");
        var offered = int.Parse(CountOf(all, "kind-course"), System.Globalization.CultureInfo.InvariantCulture);
        var courses = await client.GetPageAsync("/catalogue?kind=course");
        Total(courses).ShouldBe(offered);
        var long_ = int.Parse(CountOf(courses, "length-half-a-day-or-more"), System.Globalization.CultureInfo.InvariantCulture);
        var both = await client.GetPageAsync("/catalogue?kind=course&length=half-a-day-or-more");
        Total(both).ShouldBe(long_);
        long_.ShouldBeLessThan(offered);
        both.QuerySelectorAll(".app-chips a.app-chip").Select(chip => chip.GetAttribute("href"))
            .ShouldBe(["/catalogue?length=half-a-day-or-more", "/catalogue?kind=course"]);
        both.QuerySelector("#kind-course")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    [Requirement("CAT-05")]
    public async Task Get_ShortLength_ShowsOnlyWhatIsShort()
    {
        var page = await host.GetDocumentAsync("/catalogue?length=under-15-minutes");
        Total(page).ShouldBeGreaterThan(3);
        page.QuerySelectorAll(".app-results__item .app-meta").Select(meta => meta.TextContent).ShouldAllBe(facts => facts.Contains("minute") && !facts.Contains("hour"));
    }

    [Fact]
    public async Task Get_FormOfTheFilters_KeepsTheWords()
    {
        using var client = await host.SignedInAsAsync("employee");
        var page = await client.GetPageAsync("/catalogue?q=management");
        using var answer = await client.SubmitAsync(page.Form("/catalogue"), ("kind", "course"));
        var narrowed = await answer.ReadPageAsync();
        narrowed.QuerySelector("input[name=q]")!.GetAttribute("value").ShouldBe("management");
        narrowed.QuerySelector(".app-chip")!.TextContent.ShouldContain("Course");
    }

    [Fact]
    public async Task Get_PagesOfAll_ShowEveryEntryOnce()
    {
        using var client = await host.SignedInAsAsync("employee");
        var first = await client.GetPageAsync("/catalogue");
        List<string> seen = [.. Links(first)];
        for (var next = Next(first); next is not null;)
        {
            var page = await client.GetPageAsync(next);
            seen.AddRange(Links(page));
            next = Next(page);
        }

        seen.Count.ShouldBe(Total(first));
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task Get_PagePastTheEnd_GoesToTheLast()
    {
        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/catalogue?q=management&page=99999", UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(302);
        var last = await client.GetPageAsync(answer.Headers.Location!.ToString());
        Links(last).ShouldNotBeEmpty();
        Next(last).ShouldBeNull();
    }

    [Fact]
    public async Task Get_NothingFound_HelpsOn()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=xyzzyplugh");
        Total(page).ShouldBe(0);
        page.QuerySelector(".app-empty")!.QuerySelector("a[href='/catalogue']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_UnknownFacet_SaysSoAndSearches()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=stress&colour=red");
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("no filter called “colour”");
        Titles(page).ShouldNotBeEmpty();
    }

    [Fact]
    [Requirement("MEM-11")]
    public async Task Get_MembersOnlyEntry_IsShownToCouncillorsAlone()
    {
        var councillor = await host.GetDocumentAsync("/catalogue", "councillor");
        var employee = await host.GetDocumentAsync("/catalogue", "employee");
        Total(councillor).ShouldBeGreaterThan(Total(employee));
        Total(await host.GetDocumentAsync("/catalogue?q=ethics+probity", "councillor")).ShouldBeGreaterThan(0);
        Titles(await host.GetDocumentAsync("/catalogue?q=ethics+probity", "employee")).ShouldNotContain(title => title.Contains("probity", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Get_ListOfTwenty_AsksTheDatabaseAFewTimes()
    {
        // A portal of its own: on the shared one other classes ask the database at the same time.
        await using var own = new PortalHost();
        await own.InitializeAsync();
        using var client = await own.SignedInAsAsync("employee");
        await client.GetPageAsync("/catalogue?q=management");
        own.Queries.Restart();
        var page = await client.GetPageAsync("/catalogue?q=leadership");
        Links(page).Count().ShouldBeGreaterThan(5);
        own.Queries.Count.ShouldBeLessThanOrEqualTo(12, string.Join("\n\n", own.Queries.Commands));
    }

    [Fact]
    public async Task Get_Editor_IsOfferedToAdd()
    {
        (await host.GetDocumentAsync("/catalogue", "editor")).QuerySelector("a[href='/content/new']").ShouldNotBeNull();
        (await host.GetDocumentAsync("/catalogue", "employee")).QuerySelector("a[href='/content/new']").ShouldBeNull();
    }

    private static IEnumerable<string> Titles(IDocument page) => page.QuerySelectorAll(".app-results__title").Select(title => title.TextContent.Trim());

    private static IEnumerable<string> Links(IDocument page) => page.QuerySelectorAll(".app-results__title a").Select(link => link.GetAttribute("href")!);

    private static string? Next(IDocument page) => page.QuerySelector(".govuk-pagination__next a")?.GetAttribute("href");

    private static int Total(IDocument page) =>
        int.Parse(page.QuerySelector(".app-toolbar__count strong")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string CountOf(IDocument page, string id) =>
        page.QuerySelector($"label[for='{id}'] .app-facets__count")!.TextContent.Trim('(', ')');
}
