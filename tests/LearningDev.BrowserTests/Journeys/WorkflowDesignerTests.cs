using LearningDev.TestSupport;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LearningDev.BrowserTests.Journeys;

[Collection(nameof(BrowserPortal))]
public class WorkflowDesignerTests(BrowserPortal portal)
{
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

    private static ILocator Link(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
