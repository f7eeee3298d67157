using System.Text.Json.Nodes;
using LearningDev.Platform.People;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The portal's own step "structure": directorates, services and teams.</summary>
internal sealed class StructureStep(PeopleImport import) : IRecipeStep
{
    public string Name => "structure";

    public Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation) =>
        import.ImportUnitsAsync(Recipe.Read<List<UnitRecord>>(step, "Units") ?? [], cancellation);
}

/// <summary>The portal's own step "people": accounts with their staff profiles, never with passwords.</summary>
internal sealed class PeopleStep(PeopleImport import) : IRecipeStep
{
    public string Name => "people";

    public Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation) =>
        import.ImportPeopleAsync(Recipe.Read<List<PersonRecord>>(step, "People") ?? [], cancellation);
}
