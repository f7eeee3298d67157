using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Exporting.Sources;

/// <summary>Content types with the parts that they are made of.</summary>
internal sealed class DefinitionsSource(ContentDefinitions definitions) : IRecipeSource
{
    public string Id => "definitions";

    public string Name => "Content types";

    public string Description => "Content types with their parts and fields.";

    public int Order => 70;

    public async Task<IReadOnlyList<RecipeChoice>> ChoicesAsync(CancellationToken cancellation) =>
        [.. (await definitions.GetAsync(cancellation)).Types.OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)
            .Select(type => new RecipeChoice(type.Name, type.DisplayName, null, type.TypeSettings.Description))];

    public async Task<int> CountAsync(CancellationToken cancellation) => (await definitions.GetAsync(cancellation)).Types.Count;

    public async Task PlanAsync(RecipeExportPlan plan, CancellationToken cancellation)
    {
        foreach (var type in (await definitions.GetAsync(cancellation)).Types.Where(type => plan.Has(Id, type.Name)))
        {
            plan.Choose(ExportNeed.ContentType, type.Name);
        }
    }

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (plan.Types.Count == 0)
        {
            yield break;
        }

        var set = await definitions.GetAsync(cancellation);
        var types = plan.Types.Select(name => set.FindType(name)).OfType<ContentTypeDefinition>().DistinctBy(type => type.Name).ToList();
        var used = types.SelectMany(type => type.Parts).Select(part => part.PartName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Parts that no type has belong to all types together.
        var parts = set.Parts.Where(part => used.Contains(part.Name) || types.Count == set.Types.Count);
        yield return new ExportedStep("ContentDefinition", new JsonObject
        {
            ["ContentTypes"] = List(types.OrderBy(type => type.Name, StringComparer.Ordinal)),
            ["ContentParts"] = List(parts.OrderBy(part => part.Name, StringComparer.Ordinal)),
        });
    }

    private static JsonArray List<T>(IEnumerable<T> definitions) => [.. definitions.Select(definition => JsonSerializer.SerializeToNode(definition, PortalJson.Compact))];
}

/// <summary>Files of the media library: all of them, or those that content refers to.</summary>
internal sealed class MediaSource(PortalDb db, MediaLibrary library, MediaEditing editing) : IRecipeSource
{
    private static readonly JsonTypeInfo<byte[]> Bytes = (JsonTypeInfo<byte[]>)JsonSerializerOptions.Default.GetTypeInfo(typeof(byte[]));

    public string Id => "media";

    public string Name => "Media";

    public string Description => "All files of the media library. Without it, the files that chosen content shows or links to.";

    public int Order => 80;

    public Task<int> CountAsync(CancellationToken cancellation) => db.Set<MediaFile>().CountAsync(cancellation);

    public async Task PlanAsync(RecipeExportPlan plan, CancellationToken cancellation)
    {
        foreach (var path in await db.Set<MediaFile>().Select(file => file.Path).ToListAsync(cancellation))
        {
            plan.Choose(ExportNeed.File, path);
        }
    }

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (plan.Files.Count > 0)
        {
            await Task.CompletedTask;
            yield return new ExportedStep("media", [], "Files", FilesAsync(plan, cancellation));
        }
    }

    private async IAsyncEnumerable<JsonNode> FilesAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var path in plan.Files)
        {
            var file = (await library.FindAsync(path, cancellation))!;
            JsonObject json = new() { ["TargetPath"] = path };
            if (plan.Options.FilesBeside)
            {
                json["SourcePath"] = path;
            }
            else
            {
                // Written from the bytes, so that no text as long as the file is made.
                json["Base64"] = JsonValue.Create((await library.ReadAsync(path, cancellation))!, Bytes);
            }

            json["AlternativeText"] = file.AlternativeText;
            if (file.IsDecorative)
            {
                json["Decorative"] = true;
            }

            if (file.Transcript.Length > 0)
            {
                json["Transcript"] = file.Transcript;
            }

            var captions = await editing.CaptionsAsync(file.Id, cancellation);
            if (captions.Count > 0)
            {
                json["Captions"] = new JsonArray([.. captions.Select(one => new JsonObject { ["Language"] = one.Language, ["Text"] = one.Text })]);
            }

            yield return json;
        }
    }
}

/// <summary>Content items: of chosen types, chosen one by one, and those that they refer to.</summary>
internal sealed class ContentSource(PortalDb db, ContentDefinitions definitions, PrivateTypes privates) : IRecipeSource
{
    // One step holds so many, so that whoever runs the recipe is told how far it is.
    private const int InOneStep = 500;
    private const int AtOnce = 100;

    // What only its module shows is personal, and goes into no file.
    private IQueryable<ContentItemRow> Exported => db.Set<ContentItemRow>().AsNoTracking().Where(row => !EF.Parameter(privates.Names).Contains(row.ContentType));

    public string Id => "content";

    public string Name => "Content";

    public string Description => "Content that is published, and drafts where they are asked for.";

    public int Order => 90;

    public async Task<IReadOnlyList<RecipeChoice>> ChoicesAsync(CancellationToken cancellation)
    {
        var counts = await Exported.Where(row => row.Published).GroupBy(row => row.ContentType)
            .Select(group => new { Type = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Type, group => group.Count, cancellation);
        return [.. (await definitions.GetAsync(cancellation)).Types.Where(type => counts.ContainsKey(type.Name) || type.TypeSettings.Creatable)
            .OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)
            .Select(type => new RecipeChoice(type.Name, type.DisplayName, counts.GetValueOrDefault(type.Name)))];
    }

    public Task<int> CountAsync(CancellationToken cancellation) => Exported.CountAsync(row => row.Published, cancellation);

    /// <summary>The versions that were chosen, by type or one by one.</summary>
    public async Task<IReadOnlyList<PlannedVersion>> ChosenAsync(RecipeExportPlan plan, CancellationToken cancellation)
    {
        var drafts = plan.Options.Drafts;
        var rows = Exported.Where(row => row.Published || (drafts && row.Latest && row.ArchivedUtc == null));
        List<string> single = [.. plan.Options.Items];
        if (plan.Options.Sources.TryGetValue(Id, out var types))
        {
            List<string> names = [.. types];
            var about = plan.Options.RefersTo;
            var quoted = $"\"{about}\"";
            rows = rows.Where(row => single.Contains(row.ContentItemId)
                || ((names.Count == 0 || names.Contains(row.ContentType)) && (about == null || row.ContentItemId == about || row.Json.Contains(quoted))));
        }
        else
        {
            rows = rows.Where(row => single.Contains(row.ContentItemId));
        }

        var chosen = await rows.Select(row => new PlannedVersion(row.Id, row.ContentItemId, row.ContentType, row.DisplayText, row.Published)).ToListAsync(cancellation);
        plan.Missing.AddRange(single.Except(chosen.Select(version => version.ContentItemId)).Select(id => new PlannedReference(ExportNeed.ContentItem, id, "")));
        return chosen;
    }

    public async IAsyncEnumerable<ExportedStep> StepsAsync(RecipeExportPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var versions = plan.Versions;
        for (var from = 0; from < versions.Count;)
        {
            var to = Math.Min(from + InOneStep, versions.Count);
            // A draft stands in the step of what it is a draft of.
            while (to < versions.Count && versions[to].ContentItemId == versions[to - 1].ContentItemId)
            {
                to++;
            }

            yield return new ExportedStep("content", [], "data", ItemsAsync(plan, set, from, to, cancellation));
            from = to;
        }
    }

    private async IAsyncEnumerable<JsonNode> ItemsAsync(
        RecipeExportPlan plan, DefinitionSet set, int from, int to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var first = from; first < to; first += AtOnce)
        {
            var last = Math.Min(first + AtOnce, to);
            List<long> ids = [.. Enumerable.Range(first, last - first).Select(index => plan.Versions[index].RowId)];
            var rows = await db.Set<ContentItemRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
            for (var index = first; index < last; index++)
            {
                var isNewest = index + 1 == plan.Versions.Count || plan.Versions[index + 1].ContentItemId != plan.Versions[index].ContentItemId;
                var item = rows[ids[index - first]].ToItem();
                ExportedItem.LeaveOutRemoved(item, set);
                yield return ExportedItem.Write(item, isNewest, plan.UserNames);
            }
        }
    }
}
