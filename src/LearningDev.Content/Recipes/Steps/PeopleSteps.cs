using System.Text.Json.Nodes;
using LearningDev.Platform.People;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The portal's own step "structure": directorates, services and teams.</summary>
internal sealed class StructureStep(PeopleImport import) : IRecipeStep
{
    public string Name => "structure";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Units");
        var places = ImportRecords.Read<UnitRecord>(context, "Units");
        await ImportRecords.RunAsync(context, places, () => import.ImportUnitsAsync(
            [.. places.Keys],
            (unit, added) => context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "Unit", unit.Code, unit.Name),
            cancellation));
    }
}

/// <summary>The portal's own step "people": accounts with their staff profiles, never with passwords.</summary>
internal sealed class PeopleStep(PeopleImport import) : IRecipeStep
{
    public string Name => "people";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "People");
        var places = ImportRecords.Read<PersonRecord>(context, "People");
        await ImportRecords.RunAsync(context, places, () => import.ImportPeopleAsync(
            [.. places.Keys],
            (person, added) => context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "Person", person.UserName!, person.FullName),
            cancellation));
    }
}

/// <summary>Reads records of an import, and finds the line of the one that is refused.</summary>
internal static class ImportRecords
{
    public static Dictionary<TRecord, JsonNode> Read<TRecord>(RecipeStepContext context, string property) where TRecord : class
    {
        Dictionary<TRecord, JsonNode> places = new(ReferenceEqualityComparer.Instance);
        foreach (var json in context.Objects(property))
        {
            JsonShape.Check(context, json, typeof(TRecord));
            if (context.Read<TRecord>(json) is { } record)
            {
                places.Add(record, json);
            }
        }

        return places;
    }

    /// <exception cref="RecipeException">A record is refused; none of them is imported.</exception>
    public static async Task RunAsync<TRecord>(RecipeStepContext context, Dictionary<TRecord, JsonNode> places, Func<Task> import) where TRecord : class
    {
        try
        {
            await import();
        }
        catch (ImportException refused)
        {
            throw new RecipeException(refused.Message, refused) { Line = refused.Record is TRecord record && places.TryGetValue(record, out var place) ? context.Line(place) : 0 };
        }
    }
}
