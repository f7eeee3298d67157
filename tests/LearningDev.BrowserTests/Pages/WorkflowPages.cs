using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of tasks, requests and cases.</summary>
internal static class WorkflowPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Waiting for you, nothing", "tasks", "/tasks", "coach"),
        new("Waiting for you", "tasks", "/tasks", "manager", IsMain: true),
        new("Waiting for you, nothing decided", "tasks", "/tasks", "manager") { Before = page => Sending(page, "Decide together") },
        new("Task", "tasks/{id}", "/tasks", "manager", IsMain: true) { Before = FirstAsync },
        new("Task, nothing decided", "tasks/{id}", "/tasks", "manager") { Before = async page => { await FirstAsync(page); await Sending(page, "Send the decision"); } },
        new("No such task", "tasks/{id}", "/tasks/none", Status: 404),
        new("Who decides while you are away", "tasks/away", "/tasks/away"),
        new("Who decides while you are away, found", "tasks/away", "/tasks/away?q=ma", IsMain: true),
        new("Who decides while you are away, refused", "tasks/away", "/tasks/away?q=ma") { Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync() },
        new("Requests, none", "requests", "/requests", "coach"),
        new("Requests", "requests", "/requests", IsMain: true),
        new("Request", "requests/{caseId}", "/requests", IsMain: true) { Before = FirstAsync },
        new("No such request", "requests/{caseId}", "/requests/none", Status: 404),
        new("Cases, none", "workflows/cases", "/workflows/cases?q=zzzz", "administrator"),
        new("Cases", "workflows/cases", "/workflows/cases", "administrator", IsMain: true),
        new("Case, stuck", "workflows/cases/{id}", "/workflows/cases?status=Faulted", "administrator", IsMain: true) { Before = FirstAsync },
        new("No such case", "workflows/cases/{id}", "/workflows/cases/none", "administrator", Status: 404),
    ];

    // Their ids are made anew each time.
    private static async Task FirstAsync(IPage page)
    {
        var link = page.Locator("main .app-results__title a, main .app-table a").First;
        await page.GoAsync((await link.GetAttributeAsync("href"))!);
    }

    private static async Task Sending(IPage page, string button)
    {
        await page.LoadedAsync();
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
    }
}
