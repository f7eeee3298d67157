using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of the recognition wall.</summary>
internal static class RecognitionPages
{
    // A celebration of a long name and long words, which the pages after it show too.
    private const string Learning = "Level 5 coaching qualification with a dissertation on restorative practice in children’s residential services";

    public static IEnumerable<PortalPage> All =>
    [
        new("Recognition wall", "recognition", "/recognition", IsMain: true) { Before = page => CelebrateAsync(page, "/recognition") },
        new("Recognition wall of a moderator", "recognition", "/recognition", "hr") { Before = page => CelebrateAsync(page, "/recognition") },
        new("Find a colleague to celebrate", "recognition/new", "/recognition/new"),
        new("Find a colleague to celebrate, found", "recognition/new", "/recognition/new?q=ma", IsMain: true),
        new("Find a colleague to celebrate, nobody", "recognition/new", "/recognition/new?q=zzzz"),
        new("Find a colleague to celebrate, refused", "recognition/new", "/recognition/new?q=a"),
        new("Celebrate", "recognition/new/{to}", "/recognition/new?q=kowalczyk", IsMain: true) { Before = ChooseAsync },
        new("Celebrate, refused", "recognition/new/{to}", "/recognition/new?q=kowalczyk")
        {
            Before = async page =>
            {
                await ChooseAsync(page);
                await page.GetByRole(AriaRole.Button, new() { Name = "Celebrate", Exact = true }).ClickAsync();
            },
        },
        new("Celebrate nobody", "recognition/new/{to}", "/recognition/new/nobody", Status: 404),
        new("Keep off the wall", "recognition/keep-off", "/recognition/keep-off"),
        new("Take a celebration down", "recognition/{id}/take-down", "/recognition") { Before = page => FollowAsync(page, "Take down") },
        new("Report a celebration", "recognition/{id}/report", "/recognition", "coach")
        {
            Before = async page =>
            {
                await CelebrateAsync(page, "/recognition");
                await page.Locator("a[href$='/report']").First.ClickAsync();
            },
        },
        new("Moderate, nothing to read or a few", "recognition/moderation", "/recognition/moderation", "editor"),
        new("Moderate", "recognition/moderation", "/recognition", "hr", IsMain: true)
        {
            Before = async page =>
            {
                await ReportAsync(page);
                await page.GoAsync("/recognition/moderation");
            },
        },
        new("Moderate, refused", "recognition/moderation", "/recognition", "hr")
        {
            Before = async page =>
            {
                await ReportAsync(page);
                await page.GoAsync("/recognition/moderation");
                await page.Locator("button:has-text('Take down')").First.ClickAsync();
            },
        },
        new("Digest, nobody", "recognition/digest", "/recognition/digest", "hr"),
        new("Digest", "recognition/digest", "/recognition", "hr", IsMain: true)
        {
            Before = async page =>
            {
                await CelebrateAsync(page, "/recognition/digest");
                await page.GetByLabel("Month").SelectOptionAsync(new SelectOptionValue { Index = 0 });
                await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
            },
        },
    ];

    private static async Task ChooseAsync(IPage page) => await page.Locator("main a[href^='/recognition/new/']").First.ClickAsync();

    // The same words of the same person are on the wall once.
    private static async Task CelebrateAsync(IPage page, string then)
    {
        await page.GoAsync("/recognition/new?q=kowalczyk");
        await ChooseAsync(page);
        await page.GetByLabel("What have they learned or completed?").FillAsync(Learning);
        await page.GetByLabel("Why is it worth celebrating?").FillAsync("Three managers already learn from it.\nAnd " + new string('w', 120));
        await page.GetByRole(AriaRole.Button, new() { Name = "Celebrate", Exact = true }).ClickAsync();
        await page.GoAsync(then);
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        await CelebrateAsync(page, "/recognition");
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
    }

    // What somebody else has written, reported once: it stays on the wall.
    private static async Task ReportAsync(IPage page)
    {
        if (await page.Locator("a[href$='/report']").CountAsync() > 0)
        {
            await page.Locator("a[href$='/report']").First.ClickAsync();
            await page.GetByLabel("What is wrong with it?").FillAsync("It names a resident.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Report", Exact = true }).ClickAsync();
        }
    }
}
