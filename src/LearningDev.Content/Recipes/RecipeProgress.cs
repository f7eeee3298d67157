namespace LearningDev.Content.Recipes;

/// <summary>What a run has done so far, and whether it goes on.</summary>
internal sealed class RecipeProgress(RecipeRunOptions options)
{
    public RecipeRunOptions Options { get; } = options;

    public List<RecipeChange> Changes { get; } = [];

    public List<RecipeProblem> Problems { get; } = [];

    /// <summary>What steps have fetched before the transaction began, by address.</summary>
    public Dictionary<string, byte[]> Fetched { get; } = new(StringComparer.Ordinal);

    public void Add(RecipeChange change) => Changes.Add(change);

    /// <exception cref="RecipeStoppedException">The problem stops the run.</exception>
    public void Add(RecipeProblem problem)
    {
        Problems.Add(problem);
        if (problem.Stops && !Options.DryRun && !Options.GoOn)
        {
            throw new RecipeStoppedException();
        }
    }
}

/// <summary>A problem, which the report names, stops the run.</summary>
internal sealed class RecipeStoppedException : Exception;
