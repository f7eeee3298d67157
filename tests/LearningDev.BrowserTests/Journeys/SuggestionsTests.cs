using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Suggestions below the search boxes, for those who type, point, touch or listen.</summary>
[Collection(nameof(BrowserPortal))]
public class SuggestionsTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("/", 1280)]
    [InlineData("/", 390)]
    [InlineData("/catalogue", 1280)]
    [InlineData("/catalogue", 390)]
    [InlineData("/profile", 1280)]
    [InlineData("/profile", 390)]
    [Requirement("CAT-04")]
    public async Task Typing_KeyboardAlone_ChoosesASuggestionAndSearchesForIt(string path, int width)
    {
        await using var visit = await portal.VisitAsync("employee", width);
        var page = visit.Page;
        await visit.OpenAsync(path);
        var box = Box(page);
        await ShouldBeAsync(box, "aria-expanded", "false");
        await box.FocusAsync();
        await page.Keyboard.TypeAsync("managing");
        await Options(page).First.WaitForAsync();

        await ShouldBeAsync(box, "aria-expanded", "true");
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBeNull();
        (await page.Locator("[aria-live=polite]").InnerTextAsync()).ShouldContain("suggestions");
        await Axe.ShouldFindNothingAsync(page);

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        var second = Options(page).Nth(1);
        await ShouldBeAsync(second, "aria-selected", "true");
        await ShouldBeAsync(box, "aria-activedescendant", (await second.GetAttributeAsync("id"))!);
        (await box.InputValueAsync()).ShouldBe("managing");
        await Axe.ShouldFindNothingAsync(page);

        var title = await second.InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/catalogue?q=*");
        (await Box(page).InputValueAsync()).ShouldBe(title);
        (await new CataloguePage(visit).TitlesAsync())[0].ShouldBe(title);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Typing_ArrowsRoundTheList_ComeBackToTheBox()
    {
        await using var visit = await portal.VisitAsync("employee");
        var page = visit.Page;
        await visit.OpenAsync("/catalogue");
        var box = Box(page);
        await box.PressSequentiallyAsync("managing");
        await Options(page).First.WaitForAsync();

        await page.Keyboard.PressAsync("ArrowUp");
        await ShouldBeAsync(Options(page).Last, "aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.Locator("[role=option][aria-selected=true]").CountAsync()).ShouldBe(0);
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBeNull();
    }

    [Fact]
    public async Task Escape_ListIsOpen_ClosesItAndKeepsTheText()
    {
        await using var visit = await portal.VisitAsync("employee");
        var page = visit.Page;
        await visit.OpenAsync("/catalogue");
        var box = Box(page);
        await box.PressSequentiallyAsync("managing");
        await Options(page).First.WaitForAsync();

        await page.Keyboard.PressAsync("Escape");

        await ShouldBeAsync(box, "aria-expanded", "false");
        (await Options(page).CountAsync()).ShouldBe(0);
        (await box.InputValueAsync()).ShouldBe("managing");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/catalogue?q=managing");
    }

    [Fact]
    public async Task Enter_WithoutChoosing_SearchesForWhatWasTypedAtOnce()
    {
        await using var visit = await portal.VisitAsync("employee");
        await visit.Page.RouteAsync("**/api/catalogue/suggest*", route => Task.CompletedTask);
        await visit.OpenAsync("/catalogue");
        await Box(visit.Page).PressSequentiallyAsync("stress");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue?q=stress");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Suggestion_ClickedOrTapped_IsSearchedFor(bool touch)
    {
        await using var visit = await portal.VisitAsync("employee", width: touch ? 390 : 1280);
        var page = visit.Page;
        await visit.OpenAsync("/");
        await Box(page).PressSequentiallyAsync("managing");
        var option = Options(page).First;
        await option.WaitForAsync();
        var title = await option.InnerTextAsync();
        if (touch)
        {
            await option.DispatchEventAsync("click");
        }
        else
        {
            await option.ClickAsync();
        }

        await page.ArriveAsync("**/catalogue?q=*");
        (await Box(page).InputValueAsync()).ShouldBe(title);
    }

    [Fact]
    public async Task Typing_PortalOutOfReach_LeavesTheBoxAsItIs()
    {
        await using var visit = await portal.VisitAsync("employee");
        await visit.Page.RouteAsync("**/api/catalogue/suggest*", route => route.AbortAsync());
        await visit.OpenAsync("/catalogue");
        await visit.Page.RunAndWaitForRequestAsync(() => Box(visit.Page).PressSequentiallyAsync("stress"), "**/api/catalogue/suggest*");
        await ShouldBeAsync(Box(visit.Page), "aria-expanded", "false");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue?q=stress");
    }

    [Fact]
    public async Task Box_WithoutScript_IsAPlainField()
    {
        await using var visit = await portal.VisitAsync("employee", script: false);
        await visit.OpenAsync("/catalogue");
        var box = Box(visit.Page);
        (await box.GetAttributeAsync("role")).ShouldBeNull();
        await box.FillAsync("stress");
        await box.PressAsync("Enter");
        await visit.Page.ArriveAsync("**/catalogue?q=stress");
    }

    private static ILocator Box(IPage page) => page.GetByLabel("Search all learning");

    private static ILocator Options(IPage page) => page.Locator("[role=option]:visible");

    private static Task ShouldBeAsync(ILocator element, string attribute, string value) => Assertions.Expect(element).ToHaveAttributeAsync(attribute, value);
}
