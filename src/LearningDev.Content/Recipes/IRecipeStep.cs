using System.Text.Json.Nodes;

namespace LearningDev.Content.Recipes;

/// <summary>Carries out steps of one name. Runs in the recipe's transaction; carrying a step out twice changes nothing the second time.</summary>
public interface IRecipeStep
{
    /// <summary>The step's name, for example "ContentDefinition".</summary>
    string Name { get; }

    /// <summary>Carries out a step.</summary>
    /// <param name="step">The step's JSON with its expressions evaluated.</param>
    /// <param name="recipe">The recipe that it stands in.</param>
    /// <param name="cancellation">Stops the run; nothing of the recipe stays.</param>
    /// <returns>How many things it changed.</returns>
    /// <exception cref="RecipeException">The step cannot be carried out.</exception>
    Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation);
}
