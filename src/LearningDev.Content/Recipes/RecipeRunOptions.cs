namespace LearningDev.Content.Recipes;

/// <summary>How a recipe is run.</summary>
public sealed record RecipeRunOptions
{
    /// <summary>Tells what would be done, and undoes all of it. All problems are told, not just the first.</summary>
    public bool DryRun { get; init; }

    /// <summary>Goes on past what is wrong or unknown, leaving it out, instead of stopping with nothing changed.</summary>
    public bool GoOn { get; init; }

    /// <summary>Values that the recipe's expressions ask for by <c>parameters('name')</c>. <c>SiteName</c>, <c>AdminUsername</c>,
    /// <c>AdminEmail</c> and <c>AdminUserId</c> have values of their own unless given here.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
