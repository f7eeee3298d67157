using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Choosing the steps of a programme by searching.</summary>
[Collection(nameof(BrowserPortal))]
public class PickerTests(BrowserPortal portal)
{
    [Fact]
    [Requirement("CMS-02")]
    [Requirement("ADM-04")]
    public async Task Steps_KeyboardAlone_AreFoundMovedAndTakenOut()
    {
        await using var visit = await portal.VisitAsync("editor");
        var page = visit.Page;
        await visit.OpenAsync("/content/new/Programme");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Steps by search");
        var steps = page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Steps") });
        var search = steps.GetByRole(AriaRole.Combobox);
        await search.FocusAsync();
        await AddAsync(page, steps, "managing stress");
        await AddAsync(page, steps, "having difficult");
        await Axe.ShouldFindNothingAsync(page);

        await Assertions.Expect(Names(steps)).ToHaveCountAsync(2);
        var second = await Names(steps).Nth(1).InnerTextAsync();
        await steps.GetByRole(AriaRole.Button, new() { Name = $"Move up {second}" }).PressAsync("Enter");
        await Assertions.Expect(Names(steps).First).ToHaveTextAsync(second);
        await steps.GetByRole(AriaRole.Button, new() { Name = $"Take out {second}" }).PressAsync("Enter");
        await Assertions.Expect(Names(steps)).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save draft", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner--success")).ToBeVisibleAsync();
        (await Names(page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Steps") })).AllInnerTextsAsync()).ShouldHaveSingleItem().ShouldNotBe(second);
        await visit.ShouldFitTheWidthAsync(390);
        visit.ShouldBeWithoutComplaints();
    }

    private static async Task AddAsync(IPage page, ILocator steps, string words)
    {
        var before = await Names(steps).CountAsync();
        await page.Keyboard.TypeAsync(words);
        await steps.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Names(steps)).ToHaveCountAsync(before + 1);
    }

    private static ILocator Names(ILocator steps) => steps.Locator(".app-picker__name > [data-picker-name]");
}
