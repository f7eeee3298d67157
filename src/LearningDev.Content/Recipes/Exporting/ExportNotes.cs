using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>Says in sentences what an export takes along, leaves out and misses.</summary>
internal sealed class ExportNotes(PortalDb db, ContentDefinitions definitions)
{
    private const int MostNames = 3;
    private const int MostSentences = 50;
    private const int AtOnce = 200;

    public async Task<IReadOnlyList<string>> OfAsync(RecipeExportPlan plan, IReadOnlyList<IRecipeSource> sources, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var names = await NamesAsync([.. plan.LeftOut.Where(reference => reference.Kind == ExportNeed.ContentItem).Select(reference => reference.Id)], cancellation);
        var versions = plan.Versions.DistinctBy(version => version.ContentItemId).ToDictionary(version => version.ContentItemId);
        List<string> notes = [];
        foreach (var group in plan.TakenAlong.GroupBy(reference => (reference.Kind, Type: reference.Kind == ExportNeed.ContentItem ? versions[reference.Id].ContentType : "")))
        {
            var all = group.Select(reference => NameOf(reference)).ToList();
            var what = group.Key.Kind switch
            {
                ExportNeed.ContentItem => $"{Count(all.Count, "item")} of the type {TypeName(group.Key.Type)}",
                ExportNeed.ContentType => Count(all.Count, "content type"),
                ExportNeed.File => Count(all.Count, "file"),
                _ => Count(all.Count, "other part"),
            };
            notes.Add($"Taken along, because what is exported refers to {(all.Count == 1 ? "it" : "them")}: {what} ({Some(all)}).");
        }

        notes.AddRange(Sentences(plan.LeftOut, reference => $"Left out: {NameOf(reference)}, which “{reference.By}” refers to."));
        notes.AddRange(Sentences(plan.Missing, reference => reference.By.Length == 0
            ? $"There is no published content with the id {reference.Id}."
            : reference.Kind == ExportNeed.ContentType
                ? $"There is no content type {reference.Id}."
                : $"“{reference.By}” refers to {reference.Id}, which {(reference.Kind == ExportNeed.File ? "the media library does not have" : "is not published or not there")}."));
        if (plan.UserNames.Count > 0 && !plan.Has("people"))
        {
            notes.Add($"Content names {Count(plan.UserNames.Count, "person", "people")} by user name, as owners and in fields. Their accounts are not in the recipe.");
        }

        return notes;

        string NameOf(PlannedReference reference) => reference.Kind switch
        {
            ExportNeed.ContentItem => versions.TryGetValue(reference.Id, out var version) ? $"“{version.DisplayText}”" : $"“{names.GetValueOrDefault(reference.Id, reference.Id)}”",
            ExportNeed.ContentType => TypeName(reference.Id),
            ExportNeed.Source => sources.FirstOrDefault(source => source.Id == reference.Id)?.Name ?? reference.Id,
            _ => reference.Id,
        };

        string TypeName(string name) => set.FindType(name)?.DisplayName ?? name;
    }

    private static IEnumerable<string> Sentences(List<PlannedReference> references, Func<PlannedReference, string> say)
    {
        var sentences = references.Select(say).Distinct().ToList();
        return sentences.Count <= MostSentences ? sentences : [.. sentences.Take(MostSentences), $"And {sentences.Count - MostSentences} more of this kind."];
    }

    private static string Some(List<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";

    private static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count:#,0} {many ?? one + "s"}";

    private async Task<Dictionary<string, string>> NamesAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        Dictionary<string, string> names = [];
        foreach (var some in ids.Chunk(AtOnce))
        {
            List<string> wanted = [.. some];
            foreach (var row in await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && wanted.Contains(row.ContentItemId))
                .Select(row => new { row.ContentItemId, row.DisplayText }).ToListAsync(cancellation))
            {
                names[row.ContentItemId] = row.DisplayText;
            }
        }

        return names;
    }
}
