using System.Data.Common;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Importing;

/// <summary>
/// Brings content items in from a recipe. An item that is there already and equal stays untouched; any other is saved or published as a new version.
/// </summary>
internal sealed class ContentImport(
    PortalDb db, ContentItems items, ContentValidator validator, ContentDefinitions definitions, ContentReferences references, UserManager<Person> users)
{
    private const int BatchSize = 200;

    private readonly Dictionary<string, string?> people = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Brings the items of a step in: what is published first, then drafts, so that an item may have both.</summary>
    public async Task ImportAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        people.Clear();
        references.Begin(context.Progress);
        var reader = new ContentItemReader(context, await definitions.GetAsync(cancellation), references);
        List<RecipeItem> all = [.. context.Objects("data").Select(reader.Read).OfType<RecipeItem>()];
        HashSet<(string, bool)> seen = [];
        List<RecipeItem> once = [.. all.Where(item => IsOnce(context, item, seen))];
        foreach (var publish in new[] { true, false })
        {
            foreach (var batch in once.Where(item => item.Publish == publish).Chunk(BatchSize))
            {
                await ImportAsync(context, batch, publish, seen, cancellation);
            }
        }
    }

    private static bool IsOnce(RecipeStepContext context, RecipeItem item, HashSet<(string, bool)> seen)
    {
        if (seen.Add((item.Item.ContentItemId, item.Publish)))
        {
            return true;
        }

        context.Problem(item.Json, $"The item {item.Item.ContentItemId} stands in the step twice.");
        return false;
    }

    private async Task ImportAsync(
        RecipeStepContext context, IReadOnlyList<RecipeItem> batch, bool publish, HashSet<(string Id, bool Publish)> all, CancellationToken cancellation)
    {
        var ids = batch.Select(item => item.Item.ContentItemId).ToList();
        var known = (await db.Set<ContentItemRow>().AsNoTracking().Where(row => (row.Latest || row.Published) && EF.Parameter(ids).Contains(row.ContentItemId))
            .ToListAsync(cancellation)).ToLookup(row => row.ContentItemId);
        List<RecipeItem> changes = [];
        foreach (var item in batch)
        {
            await NamePeopleAsync(context, item);
            var latest = known[item.Item.ContentItemId].FirstOrDefault(row => row.Latest)?.ToItem();

            // An item of which the recipe has a draft too is compared with what everybody sees.
            var compared = publish && all.Contains((item.Item.ContentItemId, false))
                ? known[item.Item.ContentItemId].FirstOrDefault(row => row.Published)?.ToItem()
                : latest;
            item.Item.ContentItemVersionId = latest?.ContentItemVersionId ?? "";
            item.Item.Revision = latest?.Revision ?? 0;
            item.Item.Latest = latest is not null;
            if ((compared is null || compared.Published != publish || !await IsSameAsync(compared, item.Item, cancellation))
                && await IsValidAsync(context, item, cancellation))
            {
                changes.Add(item);
            }
        }

        await KeepNewVersionIdsAsync(changes, cancellation);
        if (changes.Count > 0 && !await SaveAsync(context, changes, publish, cancellation) && changes.Count > 1)
        {
            // Something is wrong with one of them: each by itself tells with which.
            foreach (var item in changes)
            {
                await SaveAsync(context, [item], publish, cancellation);
            }
        }
    }

    /// <summary>A version keeps the id that the file gives it, so that it is the same on every portal; but an id is never given twice.</summary>
    private async Task KeepNewVersionIdsAsync(List<RecipeItem> changes, CancellationToken cancellation)
    {
        var wanted = changes.Select(change => change.Item.NewVersionId).OfType<string>().ToList();
        var taken = await db.Set<ContentItemRow>().Where(row => EF.Parameter(wanted).Contains(row.ContentItemVersionId))
            .Select(row => row.ContentItemVersionId).ToHashSetAsync(cancellation);
        foreach (var item in changes.Select(change => change.Item).Where(item => item.NewVersionId is { } id && !taken.Add(id)))
        {
            item.NewVersionId = null;
        }
    }

    private async Task<bool> SaveAsync(RecipeStepContext context, IReadOnlyList<RecipeItem> changes, bool publish, CancellationToken cancellation)
    {
        try
        {
            await db.UndoablyAsync(() => items.ImportAllAsync([.. changes.Select(change => change.Item)], publish, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is ContentInvalidException or ContentConflictException or DbUpdateException or DbException)
        {
            if (changes is [var only])
            {
                Tell(context, only, fault);
            }

            return false;
        }

        foreach (var (_, item, _, _) in changes)
        {
            context.Changed(
                item.Latest ? RecipeAction.Changed : RecipeAction.Added, "Content item", item.ContentItemId, item.DisplayText,
                $"{item.ContentType}, {(publish ? "published" : "draft")}");
        }

        return true;
    }

    private async Task<bool> IsValidAsync(RecipeStepContext context, RecipeItem item, CancellationToken cancellation)
    {
        var errors = await validator.CheckAsync(item.Item, item.Publish, cancellation);
        if (errors.Count > 0)
        {
            Tell(context, item, new ContentInvalidException(errors));
        }

        return errors.Count == 0;
    }

    private static void Tell(RecipeStepContext context, RecipeItem item, Exception fault)
    {
        if (fault is not ContentInvalidException invalid)
        {
            context.Problem(item.Json, $"The content item {item.Item.ContentItemId} cannot be saved. {fault.InnerException?.Message ?? fault.Message}");
            return;
        }

        foreach (var error in invalid.Errors)
        {
            context.Problem(
                Place(item.Json, error.Key), $"The content item {item.Item.ContentItemId} is not right. {(error.Key.Length > 0 ? $"{error.Key}: " : "")}{error.Message.TrimEnd('.')}.");
        }
    }

    private static JsonNode Place(JsonObject json, string key)
    {
        JsonNode place = json;
        foreach (var name in key.Split('.'))
        {
            if (place is not JsonObject here || here[name] is not { } next)
            {
                break;
            }

            place = next;
        }

        return place;
    }

    private async Task NamePeopleAsync(RecipeStepContext context, RecipeItem item)
    {
        foreach (var person in item.People)
        {
            if (!people.TryGetValue(person.Name, out var id))
            {
                people[person.Name] = id = (await users.FindByNameAsync(person.Name) ?? await users.FindByIdAsync(person.Name))?.Id;
            }

            if (id is not null)
            {
                person.Take(id);
            }
            else
            {
                context.Problem(person.Node, $"There is no person {person.Name}.", RecipeProblemKind.Notice);
            }
        }
    }

    private async Task<bool> IsSameAsync(ContentItem current, ContentItem item, CancellationToken cancellation)
    {
        var wanted = item.Content.DeepClone().AsObject();
        if (current.Content[nameof(AutoroutePart)] is { } address && IsSameAddress(current.As<AutoroutePart>().Path, item.As<AutoroutePart>().Path))
        {
            wanted[nameof(AutoroutePart)] = address.DeepClone();
        }

        var hasTitle = (await definitions.GetAsync(cancellation)).FindType(item.ContentType)?.Parts.Exists(part => part.PartName == nameof(TitlePart)) == true;
        return current.ContentType == item.ContentType && JsonNode.DeepEquals(current.Content, wanted)
            && (hasTitle || current.DisplayText == item.DisplayText);
    }

    /// <summary>True when the file gives no address, or the one that the item has: the portal writes it in lower case, below the type's own beginning.</summary>
    private static bool IsSameAddress(string current, string wanted)
    {
        var path = wanted.Trim('/').ToLowerInvariant();
        return path.Length == 0 || path == current || (!path.Contains('/', StringComparison.Ordinal) && current.EndsWith($"/{path}", StringComparison.Ordinal));
    }
}
