namespace LearningDev.Content.Recipes;

/// <summary>What a run has done so far, and whether it goes on.</summary>
internal sealed class RecipeProgress(RecipeRunOptions options)
{
    // A recipe for another portal can have a problem in each of thousands of items; nobody reads so many.
    private const int MostProblems = 2_000;

    public RecipeRunOptions Options { get; } = options;

    public List<RecipeChange> Changes { get; } = [];

    public List<RecipeProblem> Problems { get; } = [];

    /// <summary>How many problems there were besides those told.</summary>
    public int MoreProblems { get; private set; }

    /// <summary>True when one of those stops a run.</summary>
    public bool MoreStop { get; private set; }

    /// <summary>What steps have fetched before the transaction began, or why they could not, by address.</summary>
    public Dictionary<string, (byte[] Bytes, string Fault)> Fetched { get; } = new(StringComparer.Ordinal);

    /// <summary>The recipes that the recipe names, by name.</summary>
    public Dictionary<string, Recipe> Inner { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is to be done when all steps are done, by key.</summary>
    public Dictionary<string, Func<CancellationToken, Task>> AtEnd { get; } = new(StringComparer.Ordinal);

    public void Add(RecipeChange change) => Changes.Add(change);

    /// <summary>Tells of a problem past which no run goes on, whatever it was told.</summary>
    /// <exception cref="RecipeStoppedException">The run is no dry one.</exception>
    public void AddAlways(RecipeProblem problem)
    {
        Problems.Add(problem);
        if (!Options.DryRun)
        {
            throw new RecipeStoppedException();
        }
    }

    /// <exception cref="RecipeStoppedException">The problem stops the run.</exception>
    public void Add(RecipeProblem problem)
    {
        if (Problems.Count < MostProblems)
        {
            Problems.Add(problem);
        }
        else
        {
            MoreProblems++;
            MoreStop |= problem.Stops;
        }

        if (problem.Stops && !Options.DryRun && !Options.GoOn)
        {
            throw new RecipeStoppedException();
        }
    }
}

/// <summary>A problem, which the report names, stops the run.</summary>
internal sealed class RecipeStoppedException : Exception;
