using LearningDev.Content.Recipes;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content;

/// <summary>What a module adds to search and to recipes.</summary>
internal sealed class ContentFeatureParts(
    PortalDb db, IEnumerable<SearchCollection> collections, IEnumerable<IRecipeStep> steps, ModuleRegistry registry) : IFeatureParts
{
    public async Task<IReadOnlyList<FeaturePart>> OfAsync(string moduleId, CancellationToken cancellation)
    {
        var own = collections.Where(collection => collection.ModuleId == moduleId).Select(collection => collection.Id).ToList();
        return
        [
            new FeaturePart("What is found by searching", own.Count == 0 ? 0 : await db.Set<SearchDocumentRow>().CountAsync(row => own.Contains(row.Collection), cancellation)),
            new FeaturePart("Steps of recipes", [.. steps.Where(step => registry.ModuleOf(step.GetType())?.Manifest.Id == moduleId).Select(step => step.Name)]),
        ];
    }
}
