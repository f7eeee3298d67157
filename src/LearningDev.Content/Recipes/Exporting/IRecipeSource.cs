using System.Text.Json.Nodes;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>
/// Gives an exported recipe what one part of the portal holds: what <see cref="IRecipeStep"/> reads, the other way round (CMS-05). A module registers its own in the
/// services. What it writes must be the same whenever what it reads is the same, so that two exports can be compared.
/// </summary>
public interface IRecipeSource
{
    /// <summary>The word by which forms and commands choose it, for example "settings"; lower case, with hyphens.</summary>
    string Id { get; }

    /// <summary>What people read, for example "Settings".</summary>
    string Name { get; }

    /// <summary>One sentence that says what it exports.</summary>
    string Description { get; }

    /// <summary>Steps stand in the recipe from the lowest to the highest order: what others refer to comes before them.</summary>
    int Order { get; }

    /// <summary>True when it exports personal data, which is done only where somebody asks for it by name.</summary>
    bool IsPersonal => false;

    /// <summary>What can be chosen of it, in the order of a form; empty when it is all or nothing.</summary>
    Task<IReadOnlyList<RecipeChoice>> ChoicesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<RecipeChoice>>([]);

    /// <summary>How many things it would export as a whole.</summary>
    Task<int> CountAsync(CancellationToken cancellation);

    /// <summary>Says what the export needs besides, by <see cref="RecipeExportPlan.Need"/>. Called when the source is chosen, before any step is written.</summary>
    Task PlanAsync(RecipeExportPlan plan, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The steps. Called also when the source is not chosen, because others may need something of it.</summary>
    IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, CancellationToken cancellation);
}

/// <summary>Something that can be chosen of a source.</summary>
/// <param name="Value">What forms and commands send.</param>
/// <param name="Name">What people read.</param>
/// <param name="Count">How many things it stands for; null where counting says nothing.</param>
/// <param name="Hint">A sentence below it; may be empty.</param>
public sealed record RecipeChoice(string Value, string Name, int? Count = null, string Hint = "");

/// <summary>A step of an exported recipe: its name, some values, and at most one list, which is written one by one however long it is.</summary>
/// <param name="Name">The step's name, for example "content".</param>
/// <param name="Values">The values before the list.</param>
/// <param name="ListName">The list's name, for example "data"; null when there is none.</param>
/// <param name="List">The list.</param>
public sealed record ExportedStep(string Name, JsonObject Values, string? ListName = null, IAsyncEnumerable<JsonNode>? List = null)
{
    /// <summary>A step with a list that is at hand.</summary>
    public static ExportedStep Of(string name, string listName, IEnumerable<JsonNode> list) => new(name, [], listName, list.ToAsyncEnumerable());
}
