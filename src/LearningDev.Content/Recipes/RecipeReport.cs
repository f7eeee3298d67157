namespace LearningDev.Content.Recipes;

/// <summary>What a recipe did, or would do.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Changes">What it changed, in order; in a dry run what it would change. Empty when it was stopped.</param>
/// <param name="Problems">What is wrong with it, in the order of the run.</param>
/// <param name="Done">True when the changes were made; false for a dry run, and when a problem stopped the run, so that nothing was changed.</param>
public sealed record RecipeReport(string Name, IReadOnlyList<RecipeChange> Changes, IReadOnlyList<RecipeProblem> Problems, bool Done)
{
    /// <summary>True when a problem stops the recipe, unless it is told to go on.</summary>
    public bool HasStoppingProblems => Problems.Any(problem => problem.Stops);
}

/// <summary>What became of a thing.</summary>
public enum RecipeAction
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It was there and is different now.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>A thing that a recipe changed.</summary>
/// <param name="Recipe">The name of the recipe: the one that was run, or one that it names.</param>
/// <param name="Step">The name of the step, for example "content".</param>
/// <param name="Action">What became of the thing.</param>
/// <param name="Kind">What kind of thing it is, as a person reads it, for example "Role" or "Content item".</param>
/// <param name="Id">Its id or name in files.</param>
/// <param name="Name">Its name as a person reads it.</param>
/// <param name="Detail">More about the change; empty when there is no more to say.</param>
public sealed record RecipeChange(string Recipe, string Step, RecipeAction Action, string Kind, string Id, string Name, string Detail = "");

/// <summary>How grave a problem is.</summary>
public enum RecipeProblemKind
{
    /// <summary>Something is wrong or not known. It stops the run, unless the run is told to go on; then what it is about is left out.</summary>
    Fault,

    /// <summary>Orchard Core knows it, and the portal has nothing like it. It stops the run, unless the run is told to go on; then it is left out.</summary>
    NotSupported,

    /// <summary>It is good to know and stops nothing, for example a setting that has no meaning here.</summary>
    Notice,
}

/// <summary>Something that is wrong with a recipe.</summary>
/// <param name="Recipe">The name of the recipe that it stands in.</param>
/// <param name="Line">The line of the recipe's file, from 1; 0 when the recipe as a whole is meant.</param>
/// <param name="Step">The name of the step; empty when no step is meant.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record RecipeProblem(string Recipe, int Line, string Step, string Message)
{
    /// <summary>How grave it is.</summary>
    public RecipeProblemKind Kind { get; init; }

    /// <summary>True when it stops the run, unless the run is told to go on.</summary>
    public bool Stops => Kind != RecipeProblemKind.Notice;

    /// <summary>The problem in one line, for example "council, line 12, feature: There is no feature …".</summary>
    public override string ToString() =>
        $"{Recipe}{(Line > 0 ? $", line {Line}" : "")}{(Step.Length > 0 ? $", {Step}" : "")}: {Message}";
}
