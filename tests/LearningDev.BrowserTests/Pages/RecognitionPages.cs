using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of the recognition wall, on which <see cref="BrowserPortal"/> has put a few celebrations.</summary>
internal static class RecognitionPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Recognition wall", "recognition", "/recognition", IsMain: true),
        new("Recognition wall of a moderator", "recognition", "/recognition", "hr"),
        new("Recognition wall of somebody whose celebration waits", "recognition", "/recognition", "manager"),
        new("Find a colleague to celebrate", "recognition/new", "/recognition/new"),
        new("Find a colleague to celebrate, found", "recognition/new", "/recognition/new?q=ma", IsMain: true),
        new("Find a colleague to celebrate, nobody", "recognition/new", "/recognition/new?q=zzzz"),
        new("Find a colleague to celebrate, refused", "recognition/new", "/recognition/new?q=a"),
        new("Celebrate", "recognition/new/{to}", "/recognition/new?q=wolfe", IsMain: true) { Before = ChooseAsync },
        new("Celebrate, refused", "recognition/new/{to}", "/recognition/new?q=wolfe")
        {
            Before = async page =>
            {
                await ChooseAsync(page);
                await ButtonAsync(page, "Celebrate");
            },
        },
        new("Celebrate nobody", "recognition/new/{to}", "/recognition/new/nobody", Status: 404),
        new("Keep off the wall", "recognition/keep-off", "/recognition/keep-off"),
        new("Take a celebration down", "recognition/{id}/take-down", "/recognition") { Before = page => FollowAsync(page, "/take-down") },
        new("Report a celebration", "recognition/{id}/report", "/recognition", "coach") { Before = page => FollowAsync(page, "/report") },
        new("Report a celebration, refused", "recognition/{id}/report", "/recognition", "coach")
        {
            Before = async page =>
            {
                await FollowAsync(page, "/report");
                await ButtonAsync(page, "Report");
            },
        },
        new("Moderate", "recognition/moderation", "/recognition/moderation", "hr", IsMain: true),
        new("Moderate, take down", "recognition/moderation/{id}", "/recognition/moderation", "hr")
        {
            Before = async page =>
            {
                await page.Locator("main a[href^='/recognition/moderation/']").First.ClickAsync();
                await ButtonAsync(page, "Take down");
            },
        },
        new("Digest, nobody", "recognition/digest", "/recognition/digest", "hr"),
        new("Digest", "recognition/digest", "/recognition/digest", "hr", IsMain: true)
        {
            Before = async page =>
            {
                await page.GetByLabel("Month", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 0 });
                await ButtonAsync(page, "Show");
            },
        },
    ];

    private static Task ChooseAsync(IPage page) => page.Locator("main a[href^='/recognition/new/']").First.ClickAsync();

    private static Task FollowAsync(IPage page, string end) => page.Locator($"main .app-results a[href$='{end}']").First.ClickAsync();

    private static Task ButtonAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
