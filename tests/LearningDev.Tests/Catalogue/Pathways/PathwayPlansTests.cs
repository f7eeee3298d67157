using LearningDev.Catalogue.Pathways;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pathways;

[Requirement("CAT-07")]
public class PathwayPlansTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Publish_Programme_KeepsStepsInOrderWithTheOptionalOnes()
    {
        await portal.PublishProgrammeAsync("plan-order", ["report-writing", "time-management", "plan-order", "report-writing"], ["time-management", "minute-taking"], 9);

        var plan = (await PlanAsync("plan-order"))!;

        plan.Steps.Select(step => (step.ContentItemId, step.IsOptional)).ShouldBe(
            [("report-writing", false), ("time-management", true), ("minute-taking", true)]);
        plan.OptionalWanted.ShouldBe(3);
    }

    [Fact]
    public async Task Publish_Again_ReplacesTheSteps()
    {
        await portal.PublishProgrammeAsync("plan-again", ["report-writing", "time-management"], wanted: 1);

        await portal.PublishProgrammeAsync("plan-again", ["time-management", "minute-taking", "report-writing"], ["report-writing"]);

        var plan = (await PlanAsync("plan-again"))!;
        plan.Steps.Select(step => (step.ContentItemId, step.IsOptional)).ShouldBe(
            [("time-management", false), ("minute-taking", false), ("report-writing", true)]);
        plan.OptionalWanted.ShouldBe(0);
    }

    [Fact]
    public async Task Publish_WithoutSteps_IsNoPathwayAnyMore()
    {
        await portal.PublishProgrammeAsync("plan-empty", ["report-writing"]);

        await portal.PublishProgrammeAsync("plan-empty", []);

        (await PlanAsync("plan-empty")).ShouldBeNull();
        (await portal.GetDocumentAsync("/catalogue/plan-empty")).QuerySelector(".app-steps").ShouldBeNull();
    }

    [Fact]
    public async Task Unpublish_Programme_ForgetsItsSteps()
    {
        await portal.PublishProgrammeAsync("plan-withdrawn", ["report-writing"]);

        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ContentItems>().UnpublishAsync("plan-withdrawn");
        }

        (await PlanAsync("plan-withdrawn")).ShouldBeNull();
        (await portal.GetDocumentAsync("/catalogue/report-writing")).QuerySelectorAll("main a")
            .ShouldNotContain(link => link.GetAttribute("href") == "/catalogue/plan-withdrawn");
    }

    [Fact]
    public async Task Edit_Programme_SaysWhichStepsAreOptionalWithoutCode()
    {
        await portal.PublishProgrammeAsync("plan-edited", ["report-writing", "time-management"]);
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync("/content/plan-edited")).ItemForm();

        using var found = await client.PressAsync(form, "Find for Optional steps", ("Programme.OptionalSteps.Search", "time management"));
        using var answer = await client.PressAsync(
            (await found.ReadPageAsync()).ItemForm(), EditorPages.Publish, ("Programme.OptionalSteps", "time-management"), ("Programme.OptionalWanted", "1"));

        ((int)answer.StatusCode).ShouldBe(302);
        var plan = (await PlanAsync("plan-edited"))!;
        plan.Steps.Select(step => step.IsOptional).ShouldBe([false, true]);
        plan.OptionalWanted.ShouldBe(1);
    }

    private async Task<PathwayPlan?> PlanAsync(string id)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Pathways.AsNoTracking()
            .Include(plan => plan.Steps.OrderBy(step => step.Position)).SingleOrDefaultAsync(plan => plan.ContentItemId == id);
    }
}
