namespace LearningDev.Content.Recipes;

/// <summary>
/// Carries out steps of one name, in the recipe's transaction. Carrying a step out twice changes nothing the second time. A step writes nothing
/// that a rollback does not undo, because a dry run is a run that is rolled back.
/// </summary>
public interface IRecipeStep
{
    /// <summary>The step's name, for example "ContentDefinition"; files may write it in any case.</summary>
    string Name { get; }

    /// <summary>True when <see cref="PrepareAsync"/> has something to do.</summary>
    bool Prepares => false;

    /// <summary>Gets from elsewhere what the step needs, before the transaction begins. Most steps need nothing.</summary>
    /// <param name="context">The step.</param>
    /// <param name="cancellation">Stops the run.</param>
    Task PrepareAsync(RecipeStepContext context, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Carries out a step.</summary>
    /// <param name="context">The step, and who is told of changes and problems.</param>
    /// <param name="cancellation">Stops the run; nothing of the recipe stays.</param>
    /// <exception cref="RecipeException">The step cannot be carried out at all.</exception>
    Task RunAsync(RecipeStepContext context, CancellationToken cancellation);
}
