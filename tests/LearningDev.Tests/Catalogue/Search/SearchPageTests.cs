using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Get_TypingError_ShowsResultsOfTheRightSpelling()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=leadershp");
        Titles(page).ShouldContain(title => title.Contains("leadership", StringComparison.OrdinalIgnoreCase));
        page.QuerySelector(".app-spelling")!.TextContent.ShouldContain("Showing results for leadership");
        page.QuerySelectorAll(".app-spelling a").Select(link => link.GetAttribute("href")).ShouldBe(["/catalogue?q=leadership", "/catalogue?q=leadershp&exactly=true"]);
        page.QuerySelector("#catalogue-q")!.GetAttribute("value").ShouldBe("leadershp");
        page.QuerySelector(".app-toolbar__count")!.TextContent.ShouldContain("for “leadership”");
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_TypingErrorMeantSo_SearchesForItAndOffersTheRightSpelling()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=leadershp&exactly=true");
        Total(page).ShouldBe(0);
        page.QuerySelector(".app-spelling")!.TextContent.ShouldContain("Did you mean leadership?");
        page.QuerySelector(".app-spelling a")!.GetAttribute("href").ShouldBe("/catalogue?q=leadership");
        page.QuerySelector(".app-empty")!.TextContent.ShouldContain("Nothing found for “leadershp”");
    }

    [Fact]
    public async Task Get_FiltersOfATextMeantSo_KeepItSo_ButNotForAnotherText()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=leadershp+stress&exactly=true");
        page.QuerySelector(".app-facets__apply")!.GetAttribute("name").ShouldBe("exactly");
        page.QuerySelectorAll("#finder input[name=exactly]").ShouldBeEmpty();
        page.QuerySelector("#order input[name=exactly]").ShouldNotBeNull();
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_WordsThatFewHaveAll_ThoseComeFirstThenADividerThenTheRest()
    {
        using var client = await host.SignedInAsAsync("employee");
        var first = await client.GetPageAsync("/catalogue?q=resilient+coaching");
        var all = int.Parse(first.QuerySelector(".app-toolbar__count strong")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        all.ShouldBeInRange(1, 19);
        first.QuerySelector(".app-toolbar__count")!.TextContent.ShouldMatch($"^{all} results for “resilient coaching”, and [0-9]+ more with some of the words$");
        var lists = first.QuerySelectorAll(".app-results");
        lists.Length.ShouldBe(2);
        lists[0].Children.Length.ShouldBe(all);
        lists[1].PreviousElementSibling!.TextContent.ShouldBe("These have only some of your words");

        var second = await client.GetPageAsync(Next(first)!);
        second.QuerySelectorAll(".app-results").Length.ShouldBe(1);
        second.QuerySelectorAll(".app-results__divider").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Get_WordsThatNoneHasAll_SaysSoWithoutADivider()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=fire+beekeeping+excel");
        Total(page).ShouldBeGreaterThan(0);
        page.QuerySelectorAll(".app-results__divider").ShouldBeEmpty();
        page.QuerySelector("main")!.TextContent.ShouldContain("No learning has all of your words");
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_Words_MarksThemInTitlesAndExtracts()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=stress");
        page.QuerySelectorAll(".app-results__title mark").ShouldContain(mark => mark.TextContent == "stress");
        page.QuerySelectorAll(".app-results__item").ShouldAllBe(item => item.QuerySelectorAll("mark").Length > 0 || item.QuerySelectorAll(".app-results__summary").Length == 1);
        (await host.GetDocumentAsync("/catalogue")).QuerySelectorAll("mark").ShouldBeEmpty();
    }

    [Fact]
    [Requirement("CAT-05")]
    public async Task Get_OrderByTitleNewestAndLength_ShowsThemSo()
    {
        using var client = await host.SignedInAsAsync("employee");
        Titles(await client.GetPageAsync("/catalogue")).ShouldBeInOrder(SortDirection.Ascending, StringComparer.CurrentCultureIgnoreCase);
        Titles(await client.GetPageAsync("/catalogue?q=leadership&sort=title")).ShouldBeInOrder(SortDirection.Ascending, StringComparer.CurrentCultureIgnoreCase);
        var shortest = await client.GetPageAsync("/catalogue?q=leadership&sort=length");
        shortest.QuerySelector(".app-results__item .app-meta")!.TextContent.ShouldContain("minutes");
        shortest.QuerySelector("#sort option[selected]")!.GetAttribute("value").ShouldBe("length");
        Titles(await client.GetPageAsync("/catalogue?q=leadership&sort=newest")).ShouldNotBe(Titles(await client.GetPageAsync("/catalogue?q=leadership")));
    }

    [Fact]
    public async Task Get_OrderByTitle_StillPutsThoseWithAllWordsFirst()
    {
        using var client = await host.SignedInAsAsync("employee");
        var best = await client.GetPageAsync("/catalogue?q=managing+stress");
        var byTitle = await client.GetPageAsync("/catalogue?q=managing+stress&sort=title");
        Titles(byTitle.QuerySelector(".app-results")!).ShouldBe(Titles(best.QuerySelector(".app-results")!), ignoreOrder: true);
        byTitle.QuerySelectorAll(".app-results__divider").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Get_Order_IsKeptByPagesChipsAndFilters()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=management&kind=course&sort=newest");
        Next(page).ShouldBe("/catalogue?q=management&kind=course&sort=newest&page=2");
        page.QuerySelector("a.app-chip")!.GetAttribute("href").ShouldBe("/catalogue?q=management&sort=newest");
        page.QuerySelector("#finder input[name=sort]")!.GetAttribute("value").ShouldBe("newest");
        page.QuerySelectorAll("#order input").Select(input => (input.GetAttribute("name"), input.GetAttribute("value"))).ShouldBe([("q", "management"), ("kind", "course")]);
    }

    [Theory]
    [InlineData("/catalogue", new[] { "newest", "title", "length" })]
    [InlineData("/catalogue?q=stress", new[] { "relevance", "newest", "title", "length" })]
    [InlineData("/catalogue?q=stress&sort=colour", new[] { "relevance", "newest", "title", "length" })]
    public async Task Get_Orders_OfferRelevanceOnlyForWords(string path, string[] offered) =>
        (await host.GetDocumentAsync(path)).QuerySelectorAll("#sort option").Select(option => option.GetAttribute("value")).ShouldBe(offered);

    [Theory]
    [InlineData("funding", "levy")]
    [InlineData("level", "3")]
    [InlineData("cost", "free")]
    [Requirement("CAT-05")]
    public async Task Get_FacetOfMoneyOrLevel_NarrowsToItsCount(string facet, string value)
    {
        using var client = await host.SignedInAsAsync("employee");
        var offered = int.Parse(CountOf(await client.GetPageAsync("/catalogue"), $"{facet}-{value}"), System.Globalization.CultureInfo.InvariantCulture);
        Total(await client.GetPageAsync($"/catalogue?{facet}={value}")).ShouldBe(offered);
        offered.ShouldBeGreaterThan(0);
    }

    [Fact]
    [Requirement("CAT-05")]
    public async Task Get_Lengths_ReadAsPeopleSayThem() =>
        (await host.GetDocumentAsync("/catalogue")).QuerySelectorAll("input[name=length] + label").Select(label => label.FirstChild!.TextContent.Trim())
            .ShouldBe(["Under 15 minutes", "Under an hour", "An hour to half a day", "Half a day or more"]);

    [Fact]
    [Requirement("CAT-05")]
    public async Task Get_SuitableForMe_LeavesWhatIsForOthers()
    {
        using var client = await host.SignedInAsAsync("employee");
        var all = await client.GetPageAsync("/catalogue");
        var offered = int.Parse(CountOf(all, "suits-me"), System.Globalization.CultureInfo.InvariantCulture);
        offered.ShouldBeInRange(1, Total(all) - 1);
        all.QuerySelector(".app-facets__hint")!.TextContent.ShouldBe("You are: Employee, grade NB9");
        var mine = await client.GetPageAsync("/catalogue?suits=me");
        Total(mine).ShouldBe(offered);
        mine.QuerySelector(".app-chip")!.TextContent.ShouldContain("Suitable for me");
        // What only heads of service are meant to take is none of an employee's.
        Total(await client.GetPageAsync("/catalogue?audience=head-of-service")).ShouldBeGreaterThan(Total(await client.GetPageAsync("/catalogue?audience=head-of-service&suits=me")));
    }

    [Fact]
    public async Task Get_SuitableForMe_OfACouncillorWithoutAGrade_HasWhatIsForCouncillors()
    {
        using var client = await host.SignedInAsAsync("councillor");
        var page = await client.GetPageAsync("/catalogue?suits=me&audience=councillor");
        Total(page).ShouldBe(Total(await client.GetPageAsync("/catalogue?audience=councillor")));
        page.QuerySelector(".app-facets__hint")!.TextContent.ShouldBe("You are: Councillor");
    }

    [Fact]
    public async Task Get_FacetWithManyValues_ShowsTheFirstAndTheChosenAndFoldsTheRest()
    {
        var page = await host.GetDocumentAsync("/catalogue");
        var topics = page.QuerySelectorAll("input[name=topic]");
        topics.Count(topic => topic.Closest(".app-facets__more") is null).ShouldBe(8);
        page.QuerySelector(".app-facets__more-toggle")!.TextContent.ShouldStartWith($"Show all {topics.Length}");
        var last = topics[^1].GetAttribute("value");
        var chosen = await host.GetDocumentAsync($"/catalogue?topic={last}");
        chosen.QuerySelector($"#finder input[value={last}]")!.Closest(".app-facets__more").ShouldBeNull();
        chosen.QuerySelectorAll("#finder input[name=topic]").Select(topic => topic.GetAttribute("value")).ShouldBeUnique();
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
        using var answer = await client.SubmitAsync((IHtmlFormElement)page.QuerySelector("#finder")!, ("kind", "course"));
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
    [Requirement("CAT-04")]
    public async Task Get_NothingFoundWithFilters_OffersFewerWithTheirCounts()
    {
        using var client = await host.SignedInAsAsync("employee");
        var page = await client.GetPageAsync("/catalogue?q=stress&kind=apprenticeship&cost=high");
        Total(page).ShouldBe(0);
        page.QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing found for “stress”");
        var way = page.QuerySelectorAll(".app-empty li").Last(item => item.TextContent.Contains("without the filters"));
        var wider = await client.GetPageAsync(way.QuerySelector("a")!.GetAttribute("href")!);
        way.TextContent.ShouldContain($"({Total(wider)} results)");
        page.QuerySelectorAll(".app-empty a").ShouldContain(link => link.GetAttribute("href")!.StartsWith("mailto:"));
        page.QuerySelectorAll(".app-empty .app-chip--choice").Length.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Get_PhraseThatNothingHas_OffersItsWords()
    {
        using var client = await host.SignedInAsAsync("employee");
        var page = await client.GetPageAsync("/catalogue?q=%22stress+excel%22");
        Total(page).ShouldBe(0);
        var ways = page.QuerySelectorAll(".app-empty__list a").Where(link => link.GetAttribute("href")!.StartsWith("/catalogue?q=", StringComparison.Ordinal)).ToList();
        ways.Select(link => link.TextContent).ShouldBe(["stress", "excel"]);
        Total(await client.GetPageAsync(ways[0].GetAttribute("href")!)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Get_EmptyBox_Browses()
    {
        var page = await host.GetDocumentAsync("/catalogue?q=");
        Total(page).ShouldBe(Total(await host.GetDocumentAsync("/catalogue")));
        page.QuerySelector("#topics-title").ShouldNotBeNull();
        page.QuerySelectorAll(".app-ways a").Select(link => link.GetAttribute("href")).ShouldContain("/catalogue/pathways");
    }

    [Fact]
    public async Task Get_LongWords_AreShortenedButKeptInTheBox()
    {
        var text = new string('w', 1500);
        var page = await host.GetDocumentAsync($"/catalogue?q={text}");
        page.QuerySelector("#catalogue-q")!.GetAttribute("value").ShouldBe(text);
        page.QuerySelector(".app-toolbar__count")!.TextContent.Length.ShouldBeLessThan(150);
    }

    [Fact]
    public async Task Get_PromotedEntry_StandsFirstAndSaysSo()
    {
        await using var own = new PortalHost();
        await own.InitializeAsync();
        await using (var scope = own.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Add(new ContentItemRow
            {
                ContentItemId = "promoted-stress",
                ContentItemVersionId = "promoted-stress-1",
                ContentType = "PromotedResults",
                DisplayText = "Stress",
                Published = true,
                Latest = true,
                Json = """{"PromotedResults":{"Searches":{"Text":"stress"},"Entries":{"ContentItemIds":["core-learning-pathway"]}}}""",
            });
            await db.SaveChangesAsync();
        }

        var page = await own.GetDocumentAsync("/catalogue?q=stress");
        var first = page.QuerySelector(".app-results__item")!;
        first.QuerySelector("a")!.GetAttribute("href").ShouldBe("/catalogue/core-learning-pathway");
        first.TextContent.ShouldContain("Recommended result");
        page.QuerySelectorAll(".govuk-tag").Count(tag => tag.TextContent == "Recommended result").ShouldBe(1);
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
    [Requirement("CAT-04")]
    public async Task Get_MembersOnlyEntry_IsInNoCountAndMendsNoSpellingOfOthers()
    {
        var councillor = await host.GetDocumentAsync("/catalogue?audience=councillor&suits=me", "councillor");
        var employee = await host.GetDocumentAsync("/catalogue?audience=councillor", "employee");
        Total(employee).ShouldBeLessThan(Total(councillor));
        CountOf(employee, "audience-councillor").ShouldBe($"{Total(employee)}");
        Mended(await host.GetDocumentAsync("/catalogue?q=probitty", "councillor")).ShouldBe("probity");
        Mended(await host.GetDocumentAsync("/catalogue?q=probitty", "employee")).ShouldNotBe("probity");
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

    private static IEnumerable<string> Titles(IParentNode page) => page.QuerySelectorAll(".app-results__title").Select(title => title.TextContent.Trim());

    private static string? Mended(IDocument page) => page.QuerySelector(".app-spelling a")?.TextContent;

    private static IEnumerable<string> Links(IDocument page) => page.QuerySelectorAll(".app-results__title a").Select(link => link.GetAttribute("href")!);

    private static string? Next(IDocument page) => page.QuerySelector(".govuk-pagination__next a")?.GetAttribute("href");

    /// <summary>All results, those with only some of the words included.</summary>
    private static int Total(IDocument page) => page.QuerySelectorAll(".app-toolbar__count strong, .app-toolbar__more")
        .Sum(number => int.Parse(number.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));

    private static string CountOf(IDocument page, string id) =>
        page.QuerySelector($"label[for='{id}'] .app-facets__count")!.TextContent.Trim('(', ')');
}
