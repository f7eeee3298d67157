using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>Follows what chosen content refers to, until nothing is missing: items, the types of items and of items inside them, taxonomies of fields, files, people.</summary>
internal sealed class ExportReferences(PortalDb db, ContentDefinitions definitions)
{
    private const int AtOnce = 200;

    /// <summary>Completes a plan in which things are chosen.</summary>
    public async Task FollowAsync(RecipeExportPlan plan, IReadOnlyList<PlannedVersion> chosen, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        Dictionary<string, List<PlannedVersion>> versions = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyCollection<string>> references = new(StringComparer.Ordinal);
        HashSet<string> people = new(StringComparer.Ordinal);
        foreach (var version in chosen)
        {
            plan.Choose(ExportNeed.ContentItem, version.ContentItemId);
        }

        // Those are at hand already.
        plan.TakeOpenItems();
        var wave = chosen;
        while (true)
        {
            await ScanAsync(plan, wave, versions, references, people, cancellation);
            FollowTypes(plan, set);
            var open = plan.TakeOpenItems();
            if (open.Count == 0)
            {
                break;
            }

            wave = await FindAsync(plan, open, cancellation);
        }

        await KeepKnownFilesAsync(plan, cancellation);
        await NamePeopleAsync(plan, people, cancellation);
        plan.Versions = ItemOrder.Sort(versions, references);
    }

    private async Task ScanAsync(
        RecipeExportPlan plan, IReadOnlyList<PlannedVersion> wave, Dictionary<string, List<PlannedVersion>> versions,
        Dictionary<string, IReadOnlyCollection<string>> references, HashSet<string> people, CancellationToken cancellation)
    {
        foreach (var some in wave.Chunk(AtOnce))
        {
            List<long> ids = [.. some.Select(version => version.RowId)];
            var rows = await db.Set<ContentItemRow>().AsNoTracking().Where(row => ids.Contains(row.Id))
                .Select(row => new { row.Id, row.Json, row.Owner }).ToDictionaryAsync(row => row.Id, cancellation);
            foreach (var version in some)
            {
                var found = ItemReferences.Of(rows[version.RowId].Json);
                if (!versions.TryGetValue(version.ContentItemId, out var all))
                {
                    versions[version.ContentItemId] = all = [];
                }

                all.Add(version);
                references[version.ContentItemId] = references.TryGetValue(version.ContentItemId, out var before) ? [.. before.Union(found.Items)] : found.Items;
                plan.Need(ExportNeed.ContentType, version.ContentType, version.DisplayText);
                foreach (var (kind, needed) in found.Items.Select(id => (ExportNeed.ContentItem, id))
                    .Concat(found.Types.Select(name => (ExportNeed.ContentType, name))).Concat(found.Files.Select(path => (ExportNeed.File, path))))
                {
                    plan.Need(kind, needed, version.DisplayText);
                }

                people.UnionWith(found.People);
                if (rows[version.RowId].Owner is { Length: > 0 } owner)
                {
                    people.Add(owner);
                }
            }
        }
    }

    private static void FollowTypes(RecipeExportPlan plan, DefinitionSet set)
    {
        for (var open = plan.TakeOpenTypes(); open.Count > 0; open = plan.TakeOpenTypes())
        {
            foreach (var name in open)
            {
                if (set.FindType(name) is not { } type)
                {
                    plan.Types.Remove(name);
                    plan.Missing.Add(new PlannedReference(ExportNeed.ContentType, name, name));
                    continue;
                }

                foreach (var inner in type.Parts.SelectMany(ContainedTypes))
                {
                    plan.Need(ExportNeed.ContentType, inner, type.DisplayName);
                }

                foreach (var taxonomy in set.FieldsOf(type).Select(pair => pair.Field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId))
                {
                    if (taxonomy.Length > 0)
                    {
                        plan.Need(ExportNeed.ContentItem, taxonomy, type.DisplayName);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> ContainedTypes(ContentTypePartDefinition part) =>
        part.Settings.Read<ContainedTypesSettings>("BagPartSettings").ContainedContentTypes
            .Concat(part.Settings.Read<ContainedTypesSettings>("FlowPartSettings").ContainedContentTypes)
            .Concat(part.Settings.Read<ContainedTypesSettings>("ListPartSettings").ContainedContentTypes);

    private async Task<IReadOnlyList<PlannedVersion>> FindAsync(RecipeExportPlan plan, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        List<PlannedVersion> found = [];
        foreach (var some in ids.Chunk(AtOnce))
        {
            List<string> wanted = [.. some];
            found.AddRange(await db.Set<ContentItemRow>().AsNoTracking()
                .Where(row => wanted.Contains(row.ContentItemId) && (row.Published || (plan.Options.Drafts && row.Latest)))
                .Select(row => new PlannedVersion(row.Id, row.ContentItemId, row.ContentType, row.DisplayText, row.Published)).ToListAsync(cancellation));
        }

        var missing = ids.Except(found.Select(version => version.ContentItemId)).ToHashSet(StringComparer.Ordinal);
        plan.Missing.AddRange(plan.TakenAlong.Where(reference => reference.Kind == ExportNeed.ContentItem && missing.Contains(reference.Id)));
        plan.TakenAlong.RemoveAll(reference => reference.Kind == ExportNeed.ContentItem && missing.Contains(reference.Id));
        return found;
    }

    private async Task KeepKnownFilesAsync(RecipeExportPlan plan, CancellationToken cancellation)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var some in plan.Files.Chunk(AtOnce))
        {
            List<string> paths = [.. some];
            known.UnionWith(await db.Set<MediaFile>().Where(file => paths.Contains(file.Path)).Select(file => file.Path)
                .Concat(db.Set<MediaAlias>().Where(alias => paths.Contains(alias.Path)).Select(alias => alias.Path)).ToListAsync(cancellation));
        }

        plan.Missing.AddRange(plan.TakenAlong.Where(reference => reference.Kind == ExportNeed.File && !known.Contains(reference.Id)));
        plan.TakenAlong.RemoveAll(reference => reference.Kind == ExportNeed.File && !known.Contains(reference.Id));
        plan.Files.IntersectWith(known);
    }

    private async Task NamePeopleAsync(RecipeExportPlan plan, HashSet<string> people, CancellationToken cancellation)
    {
        foreach (var some in people.Chunk(AtOnce))
        {
            List<string> ids = [.. some];
            foreach (var person in await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, person.UserName }).ToListAsync(cancellation))
            {
                plan.UserNames[person.Id] = person.UserName!;
            }
        }
    }

    private sealed class ContainedTypesSettings
    {
        public List<string> ContainedContentTypes { get; set; } = [];
    }
}

/// <summary>The order in which items are written: what an item refers to comes before it, as far as that goes; otherwise by type and id. It follows from content alone.</summary>
internal static class ItemOrder
{
    public static IReadOnlyList<PlannedVersion> Sort(
        Dictionary<string, List<PlannedVersion>> versions, Dictionary<string, IReadOnlyCollection<string>> references)
    {
        List<PlannedVersion> sorted = [];
        HashSet<string> begun = new(StringComparer.Ordinal);
        Stack<(string Id, Queue<string> Open)> path = new();
        foreach (var root in versions.Values.Select(all => all[0]).OrderBy(item => item.ContentType == TaxonomyReader.ContentType ? 0 : 1)
            .ThenBy(item => item.ContentType, StringComparer.Ordinal).ThenBy(item => item.ContentItemId, StringComparer.Ordinal).Select(item => item.ContentItemId))
        {
            Begin(root);
            while (path.TryPeek(out var item))
            {
                if (item.Open.TryDequeue(out var next))
                {
                    Begin(next);
                    continue;
                }

                path.Pop();
                // What everybody sees comes before its newer draft.
                sorted.AddRange(versions[item.Id].OrderByDescending(version => version.Published));
            }
        }

        return sorted;

        void Begin(string id)
        {
            if (versions.ContainsKey(id) && begun.Add(id))
            {
                path.Push((id, new Queue<string>(references[id].Order(StringComparer.Ordinal))));
            }
        }
    }
}
