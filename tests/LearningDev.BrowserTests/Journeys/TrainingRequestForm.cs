using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>A training request, from its form to the decisions about it.</summary>
internal static class TrainingRequestForm
{
    /// <summary>Fills in a request, all its steps, and sends it.</summary>
    public static async Task SendAsync(Visit visit, string title, int cost)
    {
        var page = visit.Page;
        await visit.OpenAsync("/funding/requests");
        await visit.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "Ask for funding" }));
        await page.GetByLabel("What is it called?").FillAsync(title);
        await PressAsync(visit, "Begin");
        await page.GetByRole(AriaRole.Group, new() { Name = "Does it lead to a qualification?" }).GetByLabel("No").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Is it continuing professional development (CPD)?" }).GetByLabel("No").CheckAsync();
        await PressAsync(visit, "Save and continue");
        await page.GetByLabel("Why do you and the council need it?").FillAsync("Our minutes are late.");
        await page.GetByLabel("What will be better afterwards?").FillAsync("They are there the next day.");
        await PressAsync(visit, "Save and continue");
        await page.GetByLabel("Essential for the role").CheckAsync();
        await PressAsync(visit, "Save and continue");
        var starts = page.GetByRole(AriaRole.Group, new() { Name = "When does it start?" });
        await starts.GetByLabel("Day").FillAsync("8");
        await starts.GetByLabel("Month").FillAsync("3");
        await starts.GetByLabel("Year").FillAsync("2027");
        await PressAsync(visit, "Save and continue");
        // What is not paid is refused beside the field, and what was typed stays.
        await page.GetByLabel("Travel and subsistence").CheckAsync();
        await page.GetByLabel("What is it for?").FillAsync("Two days");
        await page.GetByLabel("How much is it?").FillAsync($"{cost}");
        await PressAsync(visit, "Add this cost");
        (await page.Locator("#Kind-error").InnerTextAsync()).ShouldContain("Ask your service to pay them");
        await page.GetByLabel("Course fees").CheckAsync();
        await PressAsync(visit, "Add this cost");
        (await page.Locator("main table").InnerTextAsync()).ShouldContain($"£{cost:N0}.00");
        await PressAsync(visit, "Continue");
        await page.GetByLabel("How many examinations do you take for the first time?").FillAsync("0");
        await PressAsync(visit, "Save and continue");
        await page.GetByLabel("Corporate learning budget").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Is it in your team’s Annual Team Development Plan?" }).GetByLabel("Yes").CheckAsync();
        await PressAsync(visit, "Save and continue");
        await PressAsync(visit, "Send the request");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Waiting for a decision");
    }

    /// <summary>Decides about a request that waits for somebody.</summary>
    public static async Task DecideAsync(PortalHost portal, Visit visit, string title, int cost, string button, string why = "")
    {
        // The list is long: the portal of these tests has many tasks.
        await using (var scope = portal.Scope())
        {
            var (tasks, name) = (scope.ServiceProvider.GetRequiredService<PortalDb>().WorkflowTasks, $"Training request: {title}");
            var task = await tasks.Where(row => row.State == TaskState.Open && tasks.Any(other => other.CaseId == row.CaseId && other.Title == name)).Select(row => row.Id).SingleAsync();
            await visit.OpenAsync($"/tasks/{task}");
        }

        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain($"£{cost:N0}.00");
        await visit.Page.GetByLabel(button, new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("Why", new() { Exact = true }).FillAsync(why);
        await PressAsync(visit, "Send the decision");
        visit.PathAndQuery.ShouldBe("/tasks");
    }

    /// <summary>Presses a button of the page and waits for the page that it leads to.</summary>
    public static Task PressAsync(Visit visit, string name) => visit.FollowAsync(visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
}
