using LearningDev.Content.Media;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>Writing Markdown without knowing it: by toolbar and keyboard, by pasting from a word processor, with links and pictures by search.</summary>
[Collection(nameof(BrowserPortal))]
public class WritingTests(BrowserPortal portal)
{
    [Fact]
    [Requirement("CMS-01")]
    [Requirement("ADM-04")]
    public async Task Toolbar_KeyboardAlone_FormatsAndCanBeUndone()
    {
        await using var visit = await portal.VisitAsync("editor");
        var (page, form) = (visit.Page, new ItemForms(visit));
        await visit.OpenAsync("/content/new/Provider");
        await form.About.FocusAsync();
        await page.Keyboard.TypeAsync("Read this");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.Keyboard.PressAsync("Control+b");
        await ShouldBeAsync(form.About, "**Read this**");
        await page.Keyboard.PressAsync("Control+z");
        await ShouldBeAsync(form.About, "Read this");

        // One stop for Tab; the arrows go between the buttons.
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(form.Tool("Bold")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(form.Tool("Heading")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await ShouldBeAsync(form.About, "## Read this");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await ShouldBeAsync(form.About, "- Read this");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await ShouldBeAsync(form.About, "Read this");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("CMS-01")]
    public async Task Preview_WhileTyping_ShowsWhatReadersWillSee()
    {
        await using var visit = await portal.VisitAsync("editor");
        var (page, form) = (visit.Page, new ItemForms(visit));
        await visit.OpenAsync("/content/new/Provider");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview of About the provider" }).ClickAsync();
        await form.About.PressSequentiallyAsync("## Rooms\n\n<b>no</b> **yes**");

        var shown = page.GetByRole(AriaRole.Region, new() { Name = "Preview of About the provider" });
        await Assertions.Expect(shown.Locator("h4")).ToHaveTextAsync("Rooms");
        await Assertions.Expect(shown.Locator("strong")).ToHaveTextAsync("yes");
        await Assertions.Expect(shown).ToContainTextAsync("<b>no</b>");
        await Axe.ShouldFindNothingAsync(page);
        await visit.ShouldFitTheWidthAsync(390);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("CMS-01")]
    public async Task Preview_WithoutScript_IsShownByTheButton()
    {
        await using var visit = await portal.VisitAsync("editor", script: false);
        var (page, form) = (visit.Page, new ItemForms(visit));
        await visit.OpenAsync("/content/new/Provider");
        await form.Title.FillAsync("Kept while previewing");
        await form.About.FillAsync("## Rooms");

        await form.PressAsync("Preview of About the provider");

        (await page.Locator("[data-markdown-text] h4").InnerTextAsync()).ShouldBe("Rooms");
        (await form.Title.InputValueAsync()).ShouldBe("Kept while previewing");
        visit.PathAndQuery.ShouldStartWith("/content/new/Provider");
    }

    [Fact]
    [Requirement("CMS-01")]
    public async Task Paste_FromAWordProcessor_BecomesMarkdownAndCanBeUndone()
    {
        const string word = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body><!--StartFragment-->
            <h2>Before you come<o:p></o:p></h2><p class=MsoNormal><span style='font-size:11pt'>Bring a <b>laptop</b>.</span></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Charger</p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Badge</p><!--EndFragment--></body></html>
            """;
        await using var visit = await portal.VisitAsync("editor");
        var form = new ItemForms(visit);
        await visit.OpenAsync("/content/new/Provider");
        await form.About.FocusAsync();

        await form.About.EvaluateAsync(
            """
            (area, html) => {
              const data = new DataTransfer()
              data.setData('text/html', html)
              data.setData('text/plain', 'plain')
              area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
            }
            """, word);

        await ShouldBeAsync(form.About, "## Before you come\n\nBring a **laptop**.\n\n- Charger\n- Badge");
        await visit.Page.Keyboard.PressAsync("Control+z");
        await ShouldBeAsync(form.About, "");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("CMS-01")]
    [Requirement("ADM-04")]
    public async Task Link_BySearchWithTheKeyboard_LeadsToThePage()
    {
        await using var visit = await portal.VisitAsync("editor");
        var (page, form) = (visit.Page, new ItemForms(visit));
        await visit.OpenAsync("/content/new/Provider");
        await form.About.FocusAsync();
        await page.Keyboard.TypeAsync("See ");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Add a link" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Choose a page" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("managing stress");
        await page.Locator("dialog [role=option]").First.WaitForAsync();
        await Axe.ShouldFindNothingAsync(page);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Words of the link").Last).ToHaveValueAsync("Managing stress");
        await page.Keyboard.PressAsync("Enter");

        await ShouldBeAsync(form.About, "See [Managing stress](/catalogue/managing-stress)");
        await Assertions.Expect(form.About).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(form.About).ToBeFocusedAsync();
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("CMS-03")]
    public async Task Picture_BySearch_IsShownWithItsWords()
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<MediaLibrary>().SaveAsync(
                "places/town hall.gif", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), new MediaWords("The town hall"));
        }

        await using var visit = await portal.VisitAsync("editor");
        var (page, form) = (visit.Page, new ItemForms(visit));
        await visit.OpenAsync("/content/new/Provider");
        await form.Tool("Picture").ClickAsync();
        await page.GetByLabel("Picture in the library").PressSequentiallyAsync("hall");
        await page.Locator("dialog [role=option]").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the picture" }).ClickAsync();

        await ShouldBeAsync(form.About, "![The town hall](/media/places/town%20hall.gif)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview of About the provider" }).ClickAsync();
        await Assertions.Expect(page.GetByAltText("The town hall")).ToBeVisibleAsync();
        visit.ShouldBeWithoutComplaints();
    }

    private static Task ShouldBeAsync(ILocator box, string text) => Assertions.Expect(box).ToHaveValueAsync(text);
}
