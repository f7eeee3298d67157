using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;

namespace LearningDev.Catalogue.Importing;

/// <summary>The recipe step "catalogue-import": brings entries in from a file beside the recipe, all of them or none.</summary>
internal sealed class CatalogueImportStep(CatalogueImport import) : IRecipeStep
{
    private const int MostFaults = 10;

    public string Name => "catalogue-import";

    public async Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation)
    {
        var record = step.Deserialize<StepRecord>(PortalJson.Compact)!;
        var options = new ImportOptions
        {
            Source = record.Source is { Length: > 0 } source ? source : throw new RecipeException($"{recipe.Name}: the step {Name} has no Source."),
            Defaults = [.. (record.Defaults ?? []).Select(pair => KeyValuePair.Create(
                CsvCatalogueReader.FieldOf(pair.Key) ?? throw new RecipeException($"{recipe.Name}: the step {Name} knows no column {pair.Key}."), pair.Value))],
        };
        try
        {
            List<ImportFault> faults = [];
            var result = await import.RunAsync(
                CatalogueFiles.Read(recipe.FileBeside(record.File ?? "")), options, row => faults.AddRange(row.Outcome == RowOutcome.Refused ? row.Notes : []), cancellation);
            return faults.Count == 0
                ? result.Written
                : throw new RecipeException($"{recipe.Name}: {record.File} cannot be imported. {string.Join("; ", faults.Take(MostFaults))}");
        }
        catch (CatalogueFileException fault)
        {
            throw new RecipeException($"{recipe.Name}: {record.File} cannot be imported. {fault.Message}", fault);
        }
    }

    private sealed record StepRecord(string? File, string? Source, Dictionary<string, string>? Defaults);
}
