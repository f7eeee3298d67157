using LearningDev.TestSupport;
using LearningDev.TestSupport.Browser;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class WorkflowDesignerTests(BrowserPortal portal)
{
    private const string Step = "HR business partner approves";

    [Fact]
    [Requirement("WFL-01")]
    [Requirement("WFL-02")]
    public async Task Administrator_KeyboardAlone_AddsAnApprovalAboveACostTriesPublishesAndOldCasesFinishAsTheyBegan()
    {
        const string Workflow = "Spending";
        await DesignedWorkflows.RunAsync(portal, Workflow);
        var old = await DesignedWorkflows.AskForAsync(portal, Workflow, "Begun before", 1500);
        await using var visit = await portal.VisitAsync("administrator");
        var keyboard = new Keyboard(visit.Page);
        await visit.OpenAsync($"/workflows/{Workflow}");

        await keyboard.TabToAsync(Link(visit, "Add a step here after Approve of 2. Line manager decides"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(Link(visit, "If"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("What people call this step"));
        await keyboard.TypeAsync("Above £1,000?");
        await keyboard.TabToAsync(visit.Page.GetByLabel("Field", new() { Exact = true }));
        await keyboard.TypeAsync("What it costs");
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

        await keyboard.TabToAsync(visit.Page.GetByLabel("HR", new() { Exact = true }).First);
        await keyboard.PressAsync("Space");
        await Axe.ShouldFindNothingAsync(visit.Page);
        await keyboard.TabToAsync(Button(visit, "Add the step"));
        await keyboard.EnterAsync();
        (await visit.Page.Locator(".govuk-error-summary").AllInnerTextsAsync()).ShouldBeEmpty();
        (await visit.Page.Locator(".app-step__title").AllInnerTextsAsync()).ShouldBe(
            ["1. Content is published", "2. Line manager decides", "3. Above £1,000?", $"4. {Step}", "5. Approved", "6. Refused"]);
        await Axe.ShouldFindNothingAsync(visit.Page);

        await TryAsync(visit, keyboard);
        await keyboard.TabToAsync(Button(visit, "Publish"));
        await keyboard.EnterAsync();
        await keyboard.TabToAsync(visit.Page.GetByLabel("What have you changed, and why?"));
        await keyboard.TypeAsync("Dear requests are seen by a business partner");
        await keyboard.TabToAsync(Button(visit, "Publish"));
        await keyboard.EnterAsync();
        (await visit.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("Version 2 is published");
        visit.ShouldBeWithoutComplaints();

        // What was asked before ends with the manager; what is asked now goes on to HR when it is dear.
        (await DesignedWorkflows.ApproveAsync(portal, old, "manager")).ShouldBe((1, "Approved"));
        var dear = await DesignedWorkflows.AskForAsync(portal, Workflow, "Dear", 1500);
        (await DesignedWorkflows.ApproveAsync(portal, dear, "manager")).ShouldBe((2, ""));
        (await DesignedWorkflows.ApproveAsync(portal, dear, "hr")).ShouldBe((2, "Approved"));
        var cheap = await DesignedWorkflows.AskForAsync(portal, Workflow, "Cheap", 900);
        (await DesignedWorkflows.ApproveAsync(portal, cheap, "manager")).ShouldBe((2, "Approved"));
    }

    [Fact]
    [Requirement("WFL-01")]
    public async Task Administrator_WithoutScript_AddsConditionsConnectsMovesAndRemoves()
    {
        await DesignedWorkflows.PublishAsync(portal, "plain");
        await using var visit = await portal.VisitAsync("administrator", script: false, width: 320);
        await visit.OpenAsync("/workflows/plain");
        await visit.FollowAsync(Link(visit, "Add a step here after Refuse of 2. Line manager decides"));
        await visit.FollowAsync(Link(visit, "Approval"));
        await visit.Page.GetByLabel("What people call this step").FillAsync("Once more");
        await visit.FollowAsync(Button(visit, "Add the step"));
        await visit.ShouldFitTheWidthAsync(320);

        await visit.Page.GetByLabel("Refuse leads to, from 4. Once more").SelectOptionAsync(new SelectOptionValue { Label = "5. Refused" });
        await visit.FollowAsync(Button(visit, "Save where it leads from 4. Once more"));
        (await visit.Page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("The connections are saved in the draft");

        await visit.FollowAsync(Link(visit, "Move 4. Once more"));
        await visit.Page.GetByLabel("New place").SelectOptionAsync(new SelectOptionValue { Label = "After “Approve” of 2. Line manager decides" });
        await visit.FollowAsync(Button(visit, "Move"));
        (await visit.Page.Locator(".app-step__title").AllInnerTextsAsync())[2].ShouldBe("3. Once more");

        await visit.FollowAsync(Link(visit, "Remove 3. Once more"));
        await visit.FollowAsync(Button(visit, "Remove"));
        (await visit.Page.Locator(".app-step__title").CountAsync()).ShouldBe(4);
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
        await keyboard.TabToAsync(visit.Page.GetByLabel("What it costs (optional)"));
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
        (await visit.Page.Locator("section.app-step").InnerTextAsync()).ShouldContain("Denise Achebe");
        await Axe.ShouldFindNothingAsync(visit.Page);
        await keyboard.TabToAsync(Link(visit, "Back to the steps"));
        await keyboard.EnterAsync();
    }

    private static ILocator Link(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
