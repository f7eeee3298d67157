using LearningDev.Platform.Scheduling;

namespace LearningDev.Content.Recipes.Administering.Keeping;

/// <summary>Deletes uploaded recipes that were not run in time.</summary>
internal sealed class ExpiredRecipesJob(KeptRecipes recipes) : IScheduledJob
{
    public async Task<string> RunAsync(CancellationToken cancellation) =>
        await recipes.DeleteExpiredAsync(cancellation) is > 0 and var deleted ? $"Deleted {deleted:#,0}" : "";
}
