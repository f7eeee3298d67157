using System.Runtime.CompilerServices;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Recipes;

/// <summary>The published versions of workflow types, in Orchard Core's form.</summary>
internal sealed class WorkflowSource(PortalDb db, WorkflowTypes types) : IRecipeSource
{
    public string Id => "workflows";

    public string Name => "Workflows";

    public string Description => "Workflow types as they are published, without drafts and without cases.";

    public int Order => 90;

    public async Task<IReadOnlyList<RecipeChoice>> ChoicesAsync(CancellationToken cancellation) =>
        [.. (await Published().OrderBy(row => row.Name).ToListAsync(cancellation)).Select(row => new RecipeChoice(row.Id, row.Name))];

    public Task<int> CountAsync(CancellationToken cancellation) => Published().CountAsync(cancellation);

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!plan.Has(Id))
        {
            yield break;
        }

        List<System.Text.Json.Nodes.JsonNode> all = [];
        foreach (var row in (await Published().OrderBy(row => row.Id).ToListAsync(cancellation)).Where(row => plan.Has(Id, row.Id)))
        {
            var definition = (await types.VersionAsync(row.VersionId!, cancellation)).Copy();
            definition.IsEnabled = row.IsEnabled;
            all.Add(definition.Write());
        }

        if (all.Count > 0)
        {
            yield return ExportedStep.Of("WorkflowType", "data", all);
        }
    }

    private IQueryable<WorkflowTypeRow> Published() => db.Set<WorkflowTypeRow>().AsNoTracking().Where(row => row.VersionId != null);
}
