using System.Text.Json.Nodes;
using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Recipes;

namespace LearningDev.Catalogue.Importing;

/// <summary>The recipe step "catalogue-import": brings entries in from a file beside the recipe, all of them or none.</summary>
internal sealed class CatalogueImportStep(CatalogueImport import) : IRecipeStep
{
    private const int MostFaults = 10;

    public string Name => "catalogue-import";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        if (context.Text("Source") is not { Length: > 0 } source)
        {
            context.Problem(null, $"The step {Name} has no Source.");
            return;
        }

        var options = new ImportOptions { Source = source, Defaults = [.. Defaults(context)] };
        var file = context.Text("File") ?? "";
        try
        {
            List<ImportFault> faults = [];
            await import.RunAsync(CatalogueFiles.Read(context.Recipe.FileBeside(file)), options, row => Tell(context, row, faults), cancellation);
            if (faults.Count > 0)
            {
                throw new RecipeException($"{file} cannot be imported. {string.Join("; ", faults.Take(MostFaults))}");
            }
        }
        catch (CatalogueFileException fault)
        {
            throw new RecipeException($"{file} cannot be imported. {fault.Message}", fault);
        }
    }

    private static IEnumerable<KeyValuePair<RowField, string>> Defaults(RecipeStepContext context)
    {
        foreach (var (column, value) in context.Find("Defaults") as JsonObject ?? [])
        {
            if (CsvCatalogueReader.FieldOf(column) is { } field)
            {
                yield return KeyValuePair.Create(field, value?.ToString() ?? "");
            }
            else
            {
                context.Problem(value, $"The step {context.StepName} knows no column {column}.");
            }
        }
    }

    private static void Tell(RecipeStepContext context, RowResult result, List<ImportFault> faults)
    {
        faults.AddRange(result.Outcome == RowOutcome.Refused ? result.Notes : []);
        if (result.Outcome is RowOutcome.Added or RowOutcome.Updated)
        {
            var title = result.Row.One(RowField.Title) ?? "";
            context.Changed(result.Outcome == RowOutcome.Added ? RecipeAction.Added : RecipeAction.Changed, "Catalogue entry", result.Row.One(RowField.Key) ?? title, title);
        }
    }
}
