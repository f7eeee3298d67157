using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.Workflows;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>From an opportunity to a claim, to the manager's decision, to leave that is recorded.</summary>
[Collection(nameof(BrowserPortal))]
public class VolunteerTests(BrowserPortal portal)
{
    [Theory]
    [InlineData(1280, true, 1)]
    [InlineData(390, false, 2)]
    [Requirement("VOL-01")]
    [Requirement("VOL-02")]
    [Requirement("VOL-03")]
    public async Task Claim_WithAndWithoutScript_IsAgreedAndTaken(int width, bool script, int daysAgo)
    {
        var day = DateTime.UtcNow.AddDays(-daysAgo - 6);
        await using var visit = await portal.VisitAsync("employee", width, script: script);
        await visit.OpenAsync("/volunteering?q=telephone");
        await LinkAsync(visit, "Telephone friend");
        await ButtonAsync(visit, "Claim leave for this");
        (await visit.Page.GetByLabel("Which organisation did you volunteer with?").InputValueAsync()).ShouldBe("Kindred Voices");
        await visit.Page.GetByLabel("What did you do?").FillAsync($"I rang Ada, {width}.");
        await ButtonAsync(visit, "Save and go on");
        await visit.Page.GetByLabel("Day", new() { Exact = true }).First.FillAsync($"{day.Day}");
        await visit.Page.GetByLabel("Month", new() { Exact = true }).First.FillAsync($"{day.Month}");
        await visit.Page.GetByLabel("Year", new() { Exact = true }).First.FillAsync($"{day.Year}");
        await visit.Page.GetByLabel("Hours").FillAsync("1");
        await ButtonAsync(visit, "Save and go on");
        await visit.Page.GetByLabel("Listening and support").CheckAsync();
        await visit.Page.GetByLabel("What did you take from it?").FillAsync("Silence is not empty.");
        await ButtonAsync(visit, "Save and go on");
        await ButtonAsync(visit, "Save and go on");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("Left after it");
        await ButtonAsync(visit, "Send the claim");
        var path = visit.PathAndQuery;

        string task;
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<WorkRunner>().RunDueAsync();
            var claim = path.Split('/')[^1];
            task = await scope.ServiceProvider.GetRequiredService<PortalDb>().WorkflowTasks.Where(row => row.CorrelationId == claim).Select(row => row.Id).SingleAsync();
        }

        await using var manager = await portal.VisitAsync("manager", width, script: script);
        await manager.OpenAsync($"/tasks/{task}");
        (await manager.Page.Locator("main").InnerTextAsync()).ShouldContain("Hours left after it");
        await manager.Page.GetByLabel("Approve").CheckAsync();
        await ButtonAsync(manager, "Send the decision");

        await visit.OpenAsync(path);
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("Agreed");
        var taken = DateTime.UtcNow.AddDays(-1);
        while (taken.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            taken = taken.AddDays(-1);
        }

        await visit.Page.GetByLabel("Day", new() { Exact = true }).FillAsync($"{taken.Day}");
        await visit.Page.GetByLabel("Month", new() { Exact = true }).FillAsync($"{taken.Month}");
        await visit.Page.GetByLabel("Year", new() { Exact = true }).FillAsync($"{taken.Year}");
        await visit.Page.GetByLabel("Hours").FillAsync("1");
        await ButtonAsync(visit, "Record");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("Taken, recorded by Sam Whitfield");
        await visit.OpenAsync("/volunteering/mine");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("Listening and support");
        visit.ShouldBeWithoutComplaints();
        manager.ShouldBeWithoutComplaints();
    }

    [Fact]
    [Requirement("VOL-02")]
    public async Task Claim_KeyboardAlone_IsWrittenAndSent()
    {
        await using var visit = await portal.VisitAsync("editor");
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/volunteering/opportunities/digital-buddy");
        await keyboard.TabToAsync("a", "Claim leave for this");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync("textarea", "What did you do?");
        await keyboard.TypeAsync("I showed a neighbour how to fill in a form.");
        await keyboard.TabToAsync("button", "Save and go on");
        await keyboard.EnterAsync();
        var day = DateTime.UtcNow.AddDays(-3);
        foreach (var (name, text) in new[] { ("Day", $"{day.Day}"), ("Month", $"{day.Month}"), ("Year", $"{day.Year}"), ("Hours", "2") })
        {
            await keyboard.TabToAsync("input", name);
            await keyboard.TypeAsync(text);
        }

        // Enter in a field saves; it removes no row.
        await keyboard.EnterAsync();
        visit.PathAndQuery.ShouldEndWith("/learning");
        await keyboard.TabToAsync("input", "Digital and data");
        await keyboard.PressAsync("Space");
        await keyboard.TabToAsync("textarea", "What did you take from it?");
        await keyboard.TypeAsync("Forms are hard.");
        await keyboard.TabToAsync("button", "Save and go on");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync("input", "Hours of leave");
        await keyboard.EnterAsync();
        await keyboard.TabToAsync("button", "Send the claim");
        await keyboard.EnterAsync();
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("Waiting for a decision");
        visit.ShouldBeWithoutComplaints();
    }

    private static async Task LinkAsync(Visit visit, string name)
    {
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
        await visit.Page.LoadedAsync();
    }

    private static async Task ButtonAsync(Visit visit, string name)
    {
        await visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await visit.Page.LoadedAsync();
    }
}
