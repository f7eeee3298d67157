using System.Text.Json.Nodes;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Importing;

/// <summary>
/// Remembers which items, terms and files the items of a run refer to, and tells at its end of those that are neither in the portal nor in the recipe.
/// </summary>
internal sealed class ContentReferences(PortalDb db, TaxonomyReader taxonomies)
{
    private const int Batch = 500;

    private readonly List<Reference> wanted = [];
    private readonly HashSet<string> inRecipe = new(StringComparer.Ordinal);
    private RecipeProgress? run;

    /// <summary>Forgets what belongs to an earlier run.</summary>
    public void Begin(RecipeProgress progress)
    {
        if (!ReferenceEquals(run, progress))
        {
            run = progress;
            wanted.Clear();
            inRecipe.Clear();
        }
    }

    /// <summary>Adds an item that stands in the recipe.</summary>
    public void Add(string contentItemId) => inRecipe.Add(contentItemId);

    /// <summary>Collects what a field refers to.</summary>
    public void Collect(RecipeStepContext context, string field, object value, JsonNode place)
    {
        switch (value)
        {
            case ContentPickerField picker:
                Collect(context, field, picker.ContentItemIds, place, Kind.Item);
                break;
            case TaxonomyField taxonomy:
                Collect(context, field, [taxonomy.TaxonomyContentItemId ?? ""], place, Kind.Item);
                Collect(context, field, taxonomy.TermContentItemIds, place, Kind.Term);
                break;
            case MediaField media:
                Collect(context, field, media.Paths, place, Kind.File);
                break;
        }
    }

    private void Collect(RecipeStepContext context, string field, IEnumerable<string> ids, JsonNode place, Kind kind)
    {
        foreach (var id in ids ?? [])
        {
            if (!string.IsNullOrEmpty(id))
            {
                wanted.Add(new Reference(context, field, id, place, kind));
                context.AtEnd(nameof(ContentReferences), CheckAsync);
            }
        }
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        List<Reference> open = [.. wanted.Where(reference => reference.Kind == Kind.File || !inRecipe.Contains(reference.Id))];
        var terms = open.Count == 0 ? [] : (await taxonomies.AllAsync(cancellation)).SelectMany(taxonomy => taxonomy.Terms).Select(term => term.Id).ToHashSet();
        open.RemoveAll(reference => reference.Kind == Kind.Term && terms.Contains(reference.Id));
        HashSet<string> items = [];
        foreach (var ids in open.Where(reference => reference.Kind != Kind.File).Select(reference => reference.Id).Distinct().Chunk(Batch))
        {
            items.UnionWith(await db.Set<ContentItemRow>().Where(row => row.Latest && EF.Parameter(ids).Contains(row.ContentItemId))
                .Select(row => row.ContentItemId).ToListAsync(cancellation));
        }

        HashSet<string> files = [];
        foreach (var paths in open.Where(reference => reference.Kind == Kind.File).Select(reference => reference.Id).Distinct().Chunk(Batch))
        {
            files.UnionWith(await db.Set<MediaFile>().Where(file => EF.Parameter(paths).Contains(file.Path)).Select(file => file.Path)
                .Concat(db.Set<MediaAlias>().Where(alias => EF.Parameter(paths).Contains(alias.Path)).Select(alias => alias.Path)).ToListAsync(cancellation));
        }

        foreach (var reference in open.Where(reference => !(reference.Kind == Kind.File ? files : items).Contains(reference.Id)))
        {
            reference.Context.Problem(
                reference.Place,
                $"{reference.Field} refers to the {reference.Kind switch { Kind.Term => "term", Kind.File => "file", _ => "item" }} {reference.Id}, which is neither in the portal nor in the recipe.",
                RecipeProblemKind.Notice);
        }
    }

    private enum Kind
    {
        Item,
        Term,
        File,
    }

    private sealed record Reference(RecipeStepContext Context, string Field, string Id, JsonNode Place, Kind Kind);
}
