using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>The portal's main journey: a member of staff starts from nothing and finds the right learning.</summary>
[Collection(nameof(BrowserPortal))]
public class FindLearningTests(BrowserPortal portal)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [Requirement("CAT-01")]
    [Requirement("CAT-02")]
    public async Task Search_FromSignInToAnEntryAndBack_FindsTheListAsItWas(int width, bool script)
    {
        await using var visit = await portal.VisitAsync(width: width, height: 500, script: script);
        var page = visit.Page;
        var catalogue = new CataloguePage(visit);

        await visit.OpenAsync("/");
        visit.PathAndQuery.ShouldStartWith("/sign-in");
        await visit.SignInAsync("employee");
        visit.PathAndQuery.ShouldBe("/");

        var hero = page.GetByRole(AriaRole.Main).GetByLabel("Search all learning");
        await hero.FillAsync("stress");
        await hero.PressAsync("Enter");
        await page.ArriveAsync("**/catalogue?q=stress");
        var all = await catalogue.CountAsync();

        await catalogue.NarrowByAsync("topic", "topic-health-safety");
        await catalogue.NarrowByAsync("audience", "everyone");
        var list = visit.PathAndQuery;
        var titles = await catalogue.TitlesAsync();
        (await catalogue.CountAsync()).ShouldBeInRange(1, all - 1);
        titles.ShouldContain("Managing stress");
        (await catalogue.SearchBox.InputValueAsync()).ShouldBe("stress");

        await catalogue.Results.Last.ScrollIntoViewIfNeededAsync();
        var scrolled = script ? await page.EvaluateAsync<int>("Math.round(scrollY)") : 0;
        await catalogue.Results.Last.ClickAsync();
        await page.GoBackAsync();
        visit.PathAndQuery.ShouldBe(list);
        (await catalogue.TitlesAsync()).ShouldBe(titles);
        if (script)
        {
            scrolled.ShouldBeGreaterThan(0);
            await page.WaitForFunctionAsync("before => Math.abs(scrollY - before) <= 2", scrolled);
        }

        await catalogue.OpenFirstAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the results" }).ClickAsync();
        visit.PathAndQuery.ShouldBe(list);
        (await catalogue.TitlesAsync()).ShouldBe(titles);
        visit.ShouldBeWithoutComplaints();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Browse_SecondPageAndBack_FindsTheSecondPage(bool script)
    {
        await using var visit = await portal.VisitAsync("employee", script: script);
        var catalogue = new CataloguePage(visit);
        await visit.OpenAsync("/catalogue");
        var first = await catalogue.TitlesAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        visit.PathAndQuery.ShouldBe("/catalogue?page=2");
        var second = await catalogue.TitlesAsync();
        second.Intersect(first).ShouldBeEmpty();

        await catalogue.OpenFirstAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the results" }).ClickAsync();
        visit.PathAndQuery.ShouldBe("/catalogue?page=2");
        (await catalogue.TitlesAsync()).ShouldBe(second);
    }

    [Fact]
    public async Task Filters_OneTakenAway_WidensTheList()
    {
        await using var visit = await portal.VisitAsync("employee");
        var catalogue = new CataloguePage(visit);
        await visit.OpenAsync("/catalogue?q=stress&kind=course&length=an-hour-to-half-a-day");
        var narrow = await catalogue.CountAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Remove Course" }).ClickAsync();
        (await catalogue.CountAsync()).ShouldBeGreaterThanOrEqualTo(narrow);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Clear all filters" }).ClickAsync();

        visit.PathAndQuery.ShouldBe("/catalogue?q=stress");
        (await catalogue.CountAsync()).ShouldBeGreaterThan(narrow);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [Requirement("CAT-04")]
    public async Task Search_MisspeltThenSortedAndNarrowed_KeepsEverything(int width, bool script)
    {
        await using var visit = await portal.VisitAsync("employee", width, script: script);
        var page = visit.Page;
        var catalogue = new CataloguePage(visit);
        await visit.OpenAsync("/catalogue?q=leadershp");
        (await page.Locator(".app-spelling").InnerTextAsync()).ShouldStartWith("Showing results for leadership");
        var all = await catalogue.CountAsync();

        await page.GetByLabel("Sort by").SelectOptionAsync("title");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sort", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/catalogue?q=leadershp&sort=title");
        (await catalogue.CountAsync()).ShouldBe(all);

        await catalogue.NarrowByAsync("suits", "me");
        new Uri(page.Url).Query.ShouldBe("?q=leadershp&sort=title&suits=me");
        (await catalogue.CountAsync()).ShouldBeInRange(1, all - 1);

        await page.GetByRole(AriaRole.Link, new() { Name = "leadershp", Exact = true }).ClickAsync();
        visit.PathAndQuery.ShouldContain("exactly=true");
        (await page.Locator(".app-empty__title").InnerTextAsync()).ShouldBe("Nothing found for “leadershp”");
        (await catalogue.SearchBox.InputValueAsync()).ShouldBe("leadershp");
        await page.GetByRole(AriaRole.Link, new() { Name = "leadership", Exact = true }).ClickAsync();
        (await catalogue.CountAsync()).ShouldBeGreaterThan(0);
        visit.ShouldBeWithoutComplaints();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Topics_ManyOfThem_TheRestIsOneClickAway(bool script)
    {
        await using var visit = await portal.VisitAsync("employee", script: script);
        var catalogue = new CataloguePage(visit);
        await visit.OpenAsync("/catalogue?q=learning");
        await catalogue.NarrowByAsync("topic", "topic-careers");
        (await visit.Page.Locator("input[value=topic-careers]:visible").IsCheckedAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignOut_FromTheMenu_LeavesNothingToSee(bool script)
    {
        await using var visit = await portal.VisitAsync(script: script);
        await visit.OpenAsync("/sign-in");
        await visit.SignInAsync("employee");

        await visit.Page.Locator(".app-menu__toggle").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await visit.Page.ArriveAsync("**/sign-in");
        await visit.OpenAsync("/catalogue");

        visit.PathAndQuery.ShouldStartWith("/sign-in?");
        await visit.Page.GoBackAsync();
        (await visit.Page.GetByText("Sam Whitfield").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("100%\" * ' < > & ; -- NEAR( AND OR NOT ^ : -")]
    [InlineData("🦄👩🏽‍🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
    [InlineData("עברית العربية e\u0301\u0302\u0303")]
    public async Task Search_HostileText_IsAnsweredAndKept(string text)
    {
        await using var visit = await portal.VisitAsync("employee", width: 390);
        var catalogue = new CataloguePage(visit);
        await visit.OpenAsync("/catalogue");
        await catalogue.SearchBox.FillAsync(text);
        await catalogue.SearchBox.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue?q=*");

        visit.Status.ShouldBe(200);
        (await catalogue.SearchBox.InputValueAsync()).ShouldBe(text);
        (await visit.Page.GetByRole(AriaRole.Status).CountAsync()).ShouldBe(1);
        visit.ShouldBeWithoutComplaints();
        await visit.ShouldFitTheWidthAsync(320);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("漢")]
    [InlineData("🦄")]
    public async Task Search_TenThousandCharacters_SaysWhatWasUsed(string character)
    {
        await using var visit = await portal.VisitAsync("employee");
        var catalogue = new CataloguePage(visit);
        await visit.OpenAsync("/catalogue");
        await catalogue.SearchBox.FillAsync(string.Concat(Enumerable.Repeat(character, 10_000 / character.Length)));
        await catalogue.SearchBox.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue?q=*");

        visit.Status.ShouldBe(200);
        await visit.Page.GetByText("Your search is very long").WaitForAsync();
        visit.ShouldBeWithoutComplaints();
        await visit.ShouldFitTheWidthAsync(390);
    }
}
