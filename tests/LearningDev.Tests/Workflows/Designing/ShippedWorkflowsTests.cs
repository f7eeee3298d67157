using AngleSharp.Html.Dom;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing;

/// <summary>The workflows that modules ship, with the steps that modules add, in the designer.</summary>
[Requirement("WFL-01")]
public class ShippedWorkflowsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const int MostDecisions = 20;

    [Fact]
    public async Task Shipped_EachStepIsSavedAsItStands_MakesNoDraft()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        foreach (var type in await ShippedAsync())
        {
            foreach (var step in type.Activities)
            {
                var url = $"/workflows/{type.WorkflowTypeId}/steps/{step.ActivityId}";
                var page = await client.GetPageAsync(url);
                using var answer = await client.SubmitAsync(page.MainForm());
                ((int)answer.StatusCode).ShouldBe(302, $"{url}: {(answer.IsSuccessStatusCode ? (await answer.ReadPageAsync()).ErrorSummary() : "")}");
            }

            (await portal.DraftAsync(type.WorkflowTypeId)).IsDraft.ShouldBeFalse(type.Name);
        }
    }

    [Fact]
    [Requirement("FUN-03")]
    [Requirement("VOL-02")]
    public async Task Shipped_TrialWhereEverybodyPressesTheFirstButton_ComesToTheEnd()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        foreach (var type in await ShippedAsync())
        {
            var page = await client.GetPageAsync($"/workflows/{type.WorkflowTypeId}/trial?go=1&owner=employee&title=As%20shipped");
            for (var decision = 0; decision < MostDecisions && page.QuerySelector("section.app-step form button") is { } first; decision++)
            {
                using var decided = await client.SubmitAsync((IHtmlFormElement)page.QuerySelector("section.app-step form")!, first.TextContent.Trim(), [], []);
                page = await decided.ReadPageAsync();
                page.ErrorSummary().ShouldBe("", type.Name);
            }

            page.QuerySelector(".govuk-inset-text")?.TextContent.ShouldContain("The case has come to its end", customMessage: type.Name);
        }
    }

    private async Task<IReadOnlyList<WorkflowDefinition>> ShippedAsync()
    {
        await using var scope = portal.Scope();
        var types = scope.ServiceProvider.GetRequiredService<WorkflowTypes>();
        var versions = await portal.ReadAsync(db => db.Set<WorkflowTypeRow>().Where(row => row.VersionId != null && row.IsEnabled).Select(row => row.VersionId!).ToListAsync());
        versions.Count.ShouldBeGreaterThan(1);
        List<WorkflowDefinition> shipped = [];
        foreach (var version in versions)
        {
            shipped.Add(await types.VersionAsync(version, default));
        }

        return shipped;
    }
}
