using System.IO.Compression;
using System.Text;
using LearningDev.Content.Media;
using LearningDev.Content.Recipes.Exporting.Sources;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>Exports what the portal holds as a recipe, or as a zip archive with the recipe and its files (CMS-05).</summary>
internal sealed class RecipeExport(
    PortalDb db, MediaLibrary library, IEnumerable<IRecipeSource> sources, ContentSource content, ExportReferences references, ExportNotes notes, ISettings settings, IEvents events, TimeProvider time)
{
    /// <summary>The recipe's name in a zip archive, as in Orchard Core's.</summary>
    public const string NameInZip = "Recipe.json";

    /// <summary>The sources in the order of the recipe.</summary>
    public IReadOnlyList<IRecipeSource> Sources { get; } = [.. sources.OrderBy(source => source.Order).ThenBy(source => source.Id, StringComparer.Ordinal)];

    /// <summary>Says what an export would hold.</summary>
    public async Task<RecipeExportPlan> PlanAsync(RecipeExportOptions options, CancellationToken cancellation = default)
    {
        var plan = new RecipeExportPlan(options);
        foreach (var source in Sources.Where(source => plan.Has(source.Id)))
        {
            await source.PlanAsync(plan, cancellation);
        }

        await references.FollowAsync(plan, await content.ChosenAsync(plan, cancellation), cancellation);
        plan.Notes = await notes.OfAsync(plan, Sources, cancellation);
        return plan;
    }

    /// <summary>Publishes that somebody exports. Call it before the export is sent, because what is sent cannot be taken back.</summary>
    public Task RecordAsync(RecipeExportOptions options, CancellationToken cancellation = default) => events.PublishAsync(
        new RecipeExported(
            options.Name, options.FilesBeside ? "zip" : "json",
            [.. Sources.Where(source => options.Sources.ContainsKey(source.Id)).Select(source =>
                options.Sources[source.Id] is { Count: > 0 } values ? $"{source.Name}: {string.Join(", ", values)}" : source.Name)],
            options.Items, options.RefersTo, options.Drafts),
        cancellation);

    /// <summary>Exports to a stream: all as it is at one moment, however long it takes and whoever changes something meanwhile.</summary>
    /// <returns>What the export holds, with its notes.</returns>
    public async Task<RecipeExportPlan> WriteAsync(RecipeExportOptions options, Stream stream, CancellationToken cancellation = default)
    {
        await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellation);
        var plan = await PlanAsync(options, cancellation);
        if (!options.FilesBeside)
        {
            await WriteRecipeAsync(plan, stream, cancellation);
            return plan;
        }

        await using var sent = new SendLaterStream(stream);
        await using (var zip = await ZipArchive.CreateAsync(sent, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation))
        {
            await WriteZipAsync(plan, zip, cancellation);
        }

        await sent.FlushAsync(cancellation);
        return plan;
    }

    private async Task WriteZipAsync(RecipeExportPlan plan, ZipArchive zip, CancellationToken cancellation)
    {
        await using (var recipe = await Entry(zip, NameInZip).OpenAsync(cancellation))
        {
            await WriteRecipeAsync(plan, recipe, cancellation);
        }

        foreach (var path in plan.Files)
        {
            await using var content = library.Open((await library.FindAsync(path, cancellation))!);
            await using var entry = await Entry(zip, path).OpenAsync(cancellation);
            await content.CopyToAsync(entry, cancellation);
        }
    }

    private ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = time.GetUtcNow();
        return entry;
    }

    private async Task WriteRecipeAsync(RecipeExportPlan plan, Stream stream, CancellationToken cancellation)
    {
        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var options = plan.Options.DisplayName.Length > 0 ? plan.Options : plan.Options with { DisplayName = $"{site.SiteName}, exported" };
        await using var writer = new RecipeWriter(stream);
        writer.Begin(options, site.CouncilName, time.GetUtcNow().UtcDateTime);
        foreach (var source in Sources)
        {
            await foreach (var step in source.StepsAsync(plan, cancellation))
            {
                await writer.WriteAsync(step, cancellation);
            }
        }

        await writer.EndAsync(cancellation);
    }
}

/// <summary>Somebody exported something as a recipe.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Form">"json", or "zip" for an archive with files.</param>
/// <param name="What">What was chosen.</param>
/// <param name="Items">The ids of content items that were chosen one by one.</param>
/// <param name="RefersTo">The id that chosen content refers to; null for all.</param>
/// <param name="Drafts">Whether drafts were exported too.</param>
public sealed record RecipeExported(
    string Name, string Form, IReadOnlyList<string> What, IReadOnlyList<string> Items, string? RefersTo, bool Drafts) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Recipe", Name, Name);

    /// <inheritdoc />
    public string Summary => $"Exported the recipe {Name}: {string.Join("; ", Items.Count == 0 ? What : [.. What, Items.Count == 1 ? "1 chosen item" : $"{Items.Count} chosen items"])}";
}
