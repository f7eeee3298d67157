using LearningDev.Platform.People;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The portal's own step "structure": directorates, services and teams.</summary>
internal sealed class StructureStep(PeopleImport import) : IRecipeStep
{
    public string Name => "structure";

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellation) => import.ImportUnitsAsync(
        [.. context.Objects("Units").Select(context.Read<UnitRecord>).OfType<UnitRecord>()],
        (unit, added) => context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "Unit", unit.Code, unit.Name),
        cancellation);
}

/// <summary>The portal's own step "people": accounts with their staff profiles, never with passwords.</summary>
internal sealed class PeopleStep(PeopleImport import) : IRecipeStep
{
    public string Name => "people";

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellation) => import.ImportPeopleAsync(
        [.. context.Objects("People").Select(context.Read<PersonRecord>).OfType<PersonRecord>()],
        (person, added) => context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "Person", person.UserName!, person.FullName),
        cancellation);
}
