using Microsoft.Playwright;

namespace LearningDev.BrowserTests.Pages;

/// <summary>Pages of tasks, requests and cases.</summary>
internal static class WorkflowPages
{
    public static IEnumerable<PortalPage> All =>
    [
        new("Waiting for you, nothing", "tasks", "/tasks", IsMain: true),
        new("No such task", "tasks/{id}", "/tasks/none", Status: 404),
        new("Who decides while you are away", "tasks/away", "/tasks/away"),
        new("Who decides while you are away, found", "tasks/away", "/tasks/away?q=ma", IsMain: true),
        new("Who decides while you are away, refused", "tasks/away", "/tasks/away?q=ma") { Before = page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync() },
        new("Requests, none", "requests", "/requests", IsMain: true),
        new("No such request", "requests/{caseId}", "/requests/none", Status: 404),
        new("Cases, none", "workflows/cases", "/workflows/cases", "administrator", IsMain: true),
        new("No such case", "workflows/cases/{id}", "/workflows/cases/none", "administrator", Status: 404),
    ];
}
