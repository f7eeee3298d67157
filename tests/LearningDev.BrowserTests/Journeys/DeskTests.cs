using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>The editors' desk: what is found there is changed together.</summary>
[Collection(nameof(BrowserPortal))]
public class DeskTests(BrowserPortal portal)
{
    [Theory]
    [InlineData("Numbat keeper", true)]
    [InlineData("Bilby keeper", false)]
    [Requirement("CMS-01")]
    [Requirement("CMS-04")]
    public async Task Drafts_TickedAndPublishedTogether_ArePublished(string title, bool script)
    {
        await using var editor = await portal.VisitAsync("editor", script: script);
        foreach (var name in (string[])[$"{title} one", $"{title} two", $"{title} three"])
        {
            await editor.OpenAsync("/content/new/Provider");
            await editor.Page.GetByLabel("Title", new() { Exact = true }).First.FillAsync(name);
            await PressAsync(editor, "Save draft");
        }

        await editor.OpenAsync("/content");
        (await editor.Page.GetByRole(AriaRole.Region, new() { Name = "Needs you" }).InnerTextAsync()).ShouldContain("drafts");
        await editor.Page.GetByLabel("Words in the title").FillAsync(title);
        await PressAsync(editor, "Show");
        (await editor.Page.Locator("tbody tr").CountAsync()).ShouldBe(3);
        await ShouldBeSoundAsync(editor);

        await PressAsync(editor, "Change what is ticked");
        (await editor.Page.Locator(".govuk-error-summary").InnerTextAsync()).ShouldContain("Tick what you want to change");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Tick all on this page" }).ClickAsync();
        await editor.Page.LoadedAsync();
        await editor.Page.GetByLabel($"Tick {title} three").UncheckAsync();
        await PressAsync(editor, "Change what is ticked");
        (await editor.Page.Locator("h1").InnerTextAsync()).ShouldBe("Change 2 items");
        await ShouldBeSoundAsync(editor);

        await editor.Page.GetByLabel("Publish", new() { Exact = true }).CheckAsync();
        await editor.Page.GetByLabel("Note of the change (optional)").FillAsync("The keepers have agreed");
        await PressAsync(editor, "See what would happen");
        (await editor.Page.Locator("h1").InnerTextAsync()).ShouldBe("Publish 2 items?");
        await ShouldBeSoundAsync(editor);
        await PressAsync(editor, "Publish");
        (await editor.Page.Locator("h1").InnerTextAsync()).ShouldBe("2 items changed");
        await ShouldBeSoundAsync(editor);

        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
        await editor.Page.LoadedAsync();
        (await editor.Page.Locator("tbody tr", new() { HasText = "Published" }).CountAsync()).ShouldBe(2);
        (await editor.Page.GetByLabel("Words in the title").InputValueAsync()).ShouldBe(title);
        editor.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("ADM-04")]
    public async Task Desk_WithTheKeyboardAlone_FindsAndChangesTogether()
    {
        await using var editor = await portal.VisitAsync("editor");
        var keyboard = new Keyboard(editor.Page);
        await editor.OpenAsync("/content");
        await keyboard.TabToAsync("input", "Words in the title");
        await keyboard.TypeAsync("managing stress");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync("input", "Tick Managing stress");
        await keyboard.PressAsync("Space");
        await keyboard.TabToAsync("button", "Change what is ticked");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync("input", "Publish");
        await keyboard.PressAsync("ArrowUp");
        await keyboard.TabToAsync("input", "Name of the new owner");
        await keyboard.TypeAsync("Leila Haddad");
        await keyboard.TabToAsync("button", "See what would happen");
        await keyboard.EnterAsync();

        (await editor.Page.Locator("h1").InnerTextAsync()).ShouldBe("Make Leila Haddad the owner of 1 item?");
        await keyboard.TabToAsync("button", "Give an owner");
        await keyboard.EnterAsync();
        (await editor.Page.Locator("h1").InnerTextAsync()).ShouldBe("1 item changed");
    }

    private static async Task ShouldBeSoundAsync(Visit visit)
    {
        await Axe.ShouldFindNothingAsync(visit.Page);
        await visit.ShouldFitTheWidthAsync(390);
        await visit.Page.SetViewportSizeAsync(1280, 900);
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        await visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await visit.Page.LoadedAsync();
    }
}
