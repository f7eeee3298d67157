namespace LearningDev.Content.Recipes;

/// <summary>How a recipe is run.</summary>
public sealed record RecipeRunOptions
{
    /// <summary>Tells what would be done, and undoes all of it. All problems are told, not just the first.</summary>
    public bool DryRun { get; init; }

    /// <summary>Goes on past what is wrong or unknown, leaving it out, instead of stopping with nothing changed.</summary>
    public bool GoOn { get; init; }

    /// <summary>Is told where the run is, at the beginning of each step; null when nobody wants to know.</summary>
    public IProgress<RecipePlace>? Progress { get; init; }

    /// <summary>Values that the recipe's expressions ask for by <c>parameters('name')</c>. <c>SiteName</c>, <c>AdminUsername</c>,
    /// <c>AdminEmail</c> and <c>AdminUserId</c> have values of their own unless given here.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}

/// <summary>Where a run is.</summary>
/// <param name="Recipe">The name of the recipe: the one that is run, or one that it names.</param>
/// <param name="Step">The number of the step in that recipe, from 1.</param>
/// <param name="Steps">How many steps that recipe has.</param>
/// <param name="StepName">The step's name.</param>
/// <param name="Changes">How many things have been changed so far.</param>
public sealed record RecipePlace(string Recipe, int Step, int Steps, string StepName, int Changes);
