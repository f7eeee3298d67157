using Microsoft.Playwright;
using Shouldly;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>The catalogue's search page as a person uses it.</summary>
internal sealed class CataloguePage(Visit visit)
{
    private IPage Page => visit.Page;

    /// <summary>The search box beside the list of results.</summary>
    public ILocator SearchBox => Page.Locator("#catalogue-q");

    public ILocator Results => Page.Locator(".app-results__title a");

    public async Task<IReadOnlyList<string>> TitlesAsync() => await Results.AllInnerTextsAsync();

    /// <summary>How many results there are, those with only some of the words included.</summary>
    public async Task<int> CountAsync() =>
        (await Page.Locator(".app-toolbar__count strong, .app-toolbar__more").AllInnerTextsAsync())
            .Sum(text => int.Parse(text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Ticks a value of a facet and applies the filters.</summary>
    public async Task NarrowByAsync(string facet, string value)
    {
        var body = Page.Locator(".app-facets__body");
        if (!await body.IsVisibleAsync())
        {
            await Page.Locator(".app-facets__toggle").ClickAsync();
        }

        var box = Page.Locator($"#finder input[name={facet}][value={value}]");
        if (!await box.IsVisibleAsync())
        {
            var more = Page.Locator($".app-facets__more:has(input[name={facet}][value={value}]) > summary");
            await (await more.IsVisibleAsync() ? more : Page.Locator($".app-facets__group:has(input[name={facet}]) > summary")).ClickAsync();
        }

        await box.CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }).ClickAsync();
        await Page.ArriveAsync(url => url.Contains($"{facet}=", StringComparison.Ordinal));
    }

    public async Task OpenFirstAsync()
    {
        var title = (await TitlesAsync())[0];
        await Results.First.ClickAsync();
        (await Page.Locator("h1").InnerTextAsync()).ShouldBe(title);
    }
}
