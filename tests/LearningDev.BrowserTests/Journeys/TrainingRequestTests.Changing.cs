using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using LearningDev.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

/// <summary>An administrator changes the shipped workflow of training requests while one of them is on its way.</summary>
public partial class TrainingRequestTests
{
    private const string Step = "HR business partner approves";

    [Fact]
    [Requirement("WFL-01")]
    [Requirement("WFL-02")]
    [Requirement("FUN-03")]
    public async Task Administrator_KeyboardAlone_AddsAnApprovalAboveACostAndOldRequestsFinishAsTheyBegan()
    {
        await using var author = await portal.VisitAsync("employee");
        await TrainingRequestForm.SendAsync(author, "Asked before", 1500);
        await AddApprovalAsync();
        await TrainingRequestForm.SendAsync(author, "Asked afterwards", 1500);

        await using var manager = await portal.VisitAsync("manager");
        await using var partner = await portal.VisitAsync("coach");
        await using var chief = await portal.VisitAsync("chief-officer");
        await ApproveAsync(manager, "Asked before");
        await ApproveAsync(manager, "Asked afterwards");
        // What was asked before goes straight on to the directorate's management team; what is asked now goes to the business partner first.
        await ApproveAsync(partner, "Asked afterwards");
        foreach (var title in (string[])["Asked before", "Asked afterwards"])
        {
            await ApproveAsync(chief, title);
            await ApproveAsync(chief, title);
        }

        (await HistoryAsync("Asked before")).ShouldBe((1, "Approved", false));
        (await HistoryAsync("Asked afterwards")).ShouldBe((2, "Approved", true));
        await author.OpenAsync("/funding/requests");
        (await author.Page.Locator(".app-results__item", new() { HasText = "Asked " }).AllInnerTextsAsync()).ShouldAllBe(item => item.Contains("Approved"));
    }

    private async Task AddApprovalAsync()
    {
        await using var visit = await portal.VisitAsync("administrator");
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync("/workflows/training-request");
        await keyboard.TabToAsync(Link(visit, "Add a step here after Approve of 2. Line manager"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(Link(visit, "If"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("What people call this step"));
        await keyboard.TypeAsync("Above £1,000?");
        await keyboard.TabToAsync(visit.Page.GetByLabel("Field", new() { Exact = true }));
        await keyboard.TypeAsync("Total cost");
        await keyboard.TabToAsync(visit.Page.GetByLabel("Comparison"));
        await keyboard.TypeAsync("is more");
        await keyboard.TabToAsync(visit.Page.GetByLabel("Value", new() { Exact = true }));
        await keyboard.TypeAsync("£1,000");
        await keyboard.TabToAsync(Button(visit, "Add the step"));
        await keyboard.EnterAsync();
        (await visit.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();

        await keyboard.TabToAsync(Link(visit, "Add a step here after True of 3. Above £1,000?"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(Link(visit, "Approval"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("What people call this step"));
        await keyboard.TypeAsync(Step);
        await keyboard.TabToAsync(visit.Page.GetByLabel("Line manager of the person who asked").First);
        var role = visit.Page.GetByLabel("People with a role").First;
        while (!await role.IsCheckedAsync())
        {
            await keyboard.PressAsync("ArrowDown");
        }

        await keyboard.TabToAsync(visit.Page.GetByLabel("HR business partner", new() { Exact = true }).First);
        await keyboard.PressAsync("Space");
        await Axe.ShouldFindNothingAsync(visit.Page);
        await keyboard.TabToAsync(Button(visit, "Add the step"));
        await keyboard.EnterAsync();
        (await visit.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();
        (await visit.Page.Locator(".app-step__title").AllInnerTextsAsync()).Take(5).ShouldBe(
            ["1. A training request is sent", "2. Line manager", "3. Above £1,000?", $"4. {Step}", "5. Who has still to agree"]);
        await Axe.ShouldFindNothingAsync(visit.Page);

        await keyboard.TabToAsync(visit.Page.GetByLabel($"Refuse leads to, from 4. {Step}"));
        await keyboard.TypeAsync("20. Record the refusal");
        await keyboard.TabToAsync(Button(visit, $"Save where it leads from 4. {Step}"));
        await keyboard.EnterAsync();
        (await visit.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("The connections are saved in the draft");

        await TryAsync(visit, keyboard);
        await keyboard.TabToAsync(Button(visit, "Publish"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("What have you changed, and why?"));
        await keyboard.TypeAsync("Dear requests are seen by a business partner");
        await keyboard.TabToAsync(Button(visit, "Publish"));
        await keyboard.EnterAsync();
        (await visit.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("Version 2 is published");
        visit.ShouldBeWithoutComplaints();
    }

    private static async Task TryAsync(Visit visit, Keyboard keyboard)
    {
        // The page stands at the new step, and what is done with the workflow as a whole stands above.
        var link = Link(visit, "Try it out");
        while (!await link.EvaluateAsync<bool>("element => element === document.activeElement"))
        {
            await keyboard.TabAsync(back: true);
        }

        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("What it is called"));
        await keyboard.TypeAsync("Leading change");
        await keyboard.TabToAsync(visit.Page.GetByLabel("Total cost (optional)"));
        await keyboard.TypeAsync("1,500");
        await keyboard.TabToAsync(visit.Page.GetByLabel("Search for a person by name"));
        await keyboard.TypeAsync("sam whit");
        await keyboard.TabToAsync(Button(visit, "Find"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(Button(visit, "Begin the trial").Last);
        await keyboard.EnterAsync();
        (await visit.Page.Locator("section.app-step").InnerTextAsync()).ShouldContain("Asked: Priya Raman");
        await keyboard.TabToAsync(Button(visit, "Approve"));
        await keyboard.EnterAsync();
        (await visit.Page.Locator("section.app-step").InnerTextAsync()).ShouldContain("Asked: Grace Adeyemi (HR business partner)");
        await Axe.ShouldFindNothingAsync(visit.Page);
        await keyboard.TabToAsync(Link(visit, "Back to the steps"));
        await keyboard.EnterAsync();
    }

    private async Task ApproveAsync(Visit visit, string title) => await TrainingRequestForm.DecideAsync(portal, visit, title, 1500, "Approve");

    private async Task<(int Version, string Outcome, bool PartnerWasAsked)> HistoryAsync(string title)
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var (tasks, name) = (db.WorkflowTasks, $"Training request: {title}");
        var ended = await db.Cases.SingleAsync(row => tasks.Any(task => task.CaseId == row.Id && task.Title == name));
        return (ended.VersionNumber, ended.Outcome, await tasks.CountAsync(task => task.CaseId == ended.Id) == 4);
    }

    private static ILocator Link(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
