using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Recipes;

/// <summary>Runs recipes: all of a recipe in one transaction, or nothing (CMS-05). Running one twice changes nothing the second time.</summary>
public sealed class RecipeRunner(
    PortalDb db, RecipeFiles files, IEnumerable<IRecipeStep> steps, IEvents events, IConfiguration configuration, ILogger<RecipeRunner> log)
{
    private const string InnerRecipesStep = "recipes";
    private const int MaximumDepth = 10;

    private readonly Dictionary<string, IRecipeStep> steps = steps.ToDictionary(step => step.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Runs the recipe of the given name, with the recipes that it names.</summary>
    /// <returns>How many things it changed.</returns>
    /// <exception cref="RecipeException">The recipe cannot be run; nothing was changed.</exception>
    public async Task<int> RunAsync(string name, CancellationToken cancellation = default) =>
        await RunAsync(await files.FindAsync(name, cancellation), cancellation);

    /// <summary>Runs a recipe, with the recipes that it names.</summary>
    /// <returns>How many things it changed.</returns>
    /// <exception cref="RecipeException">The recipe cannot be run; nothing was changed.</exception>
    public async Task<int> RunAsync(Recipe recipe, CancellationToken cancellation = default)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var changes = await RunStepsAsync(recipe, depth: 0, cancellation);
        if (changes > 0)
        {
            await events.PublishAsync(new RecipeRun(recipe.Name, changes), cancellation);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellation);
        }

        log.LogInformation("Recipe {Recipe} made {Changes} changes", recipe.Name, changes);
        return changes;
    }

    private async Task<int> RunStepsAsync(Recipe recipe, int depth, CancellationToken cancellation)
    {
        if (depth > MaximumDepth)
        {
            throw new RecipeException($"The recipe {recipe.Name} runs itself.");
        }

        var expressions = new RecipeExpressions(recipe, configuration);
        var changes = 0;
        foreach (var (index, raw) in recipe.Steps.Index())
        {
            var step = (JsonObject)expressions.Evaluate(raw)!;
            var name = step["name"] is JsonValue value && value.TryGetValue<string>(out var text)
                ? text
                : throw new RecipeException($"{recipe.Name}: step {index + 1} has no name.");
            try
            {
                changes += string.Equals(name, InnerRecipesStep, StringComparison.OrdinalIgnoreCase)
                    ? await RunInnerAsync(step, depth, cancellation)
                    : await StepOf(name).RunAsync(step, recipe, cancellation);
            }
            catch (Exception fault) when (fault is JsonException or ContentInvalidException or ContentConflictException or ImportException
                or MediaRefusedException or DbUpdateException or InvalidOperationException or FormatException)
            {
                throw new RecipeException($"{recipe.Name}: step {index + 1} ({name}) cannot be carried out. {fault.Message}", fault);
            }
        }

        return changes;
    }

    private async Task<int> RunInnerAsync(JsonObject step, int depth, CancellationToken cancellation)
    {
        var changes = 0;
        foreach (var inner in Recipe.Read<List<InnerRecipe>>(step, "Values") ?? [])
        {
            changes += await RunStepsAsync(await files.FindAsync(inner.Name, cancellation), depth + 1, cancellation);
        }

        return changes;
    }

    private IRecipeStep StepOf(string name) => steps.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"There is no step of that name. Steps are {string.Join(", ", steps.Keys.Append(InnerRecipesStep).Order())}.");

    private sealed record InnerRecipe(string Name);
}

/// <summary>A recipe was run and changed something.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Changes">How many things it changed.</param>
public sealed record RecipeRun(string Name, int Changes) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Recipe", Name, Name);

    /// <inheritdoc />
    public string Summary => $"Ran the recipe {Name}";
}
