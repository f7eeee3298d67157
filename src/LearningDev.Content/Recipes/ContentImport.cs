using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes;

/// <summary>Brings content items in from a recipe. An item that is there already and equal stays untouched.</summary>
internal sealed class ContentImport(PortalDb db, ContentItems items, UserManager<Person> users)
{
    private static readonly string[] WellKnown =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    ];

    public async Task ImportAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        var data = context.Objects("data").ToList();
        var ids = data.Select(json => Text(json, "ContentItemId")).ToList();
        var known = await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Latest && ids.Contains(row.ContentItemId))
            .ToDictionaryAsync(row => row.ContentItemId, cancellation);
        foreach (var json in data)
        {
            if (await ImportAsync(json, known.GetValueOrDefault(Text(json, "ContentItemId"))?.ToItem(), cancellation))
            {
                context.Changed(RecipeAction.Changed, "Content item", Text(json, "ContentItemId"), Text(json, "DisplayText"));
            }

            // All is saved; what the context still holds would be compared again at every further save.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> ImportAsync(JsonObject json, ContentItem? current, CancellationToken cancellation)
    {
        var item = await ReadAsync(json);
        var publish = (bool?)json["Published"] ?? true;
        if (current is not null)
        {
            if (current.Published == publish && IsSame(current, item))
            {
                return false;
            }

            item.ContentItemVersionId = current.ContentItemVersionId;
            item.Revision = current.Revision;
        }

        try
        {
            await (publish ? items.PublishAsync(item, cancellation) : items.SaveDraftAsync(item, cancellation));
            return true;
        }
        catch (ContentInvalidException fault)
        {
            throw new RecipeException($"The content item {item.ContentItemId} is not right. {fault.Message}", fault);
        }
    }

    private async Task<ContentItem> ReadAsync(JsonObject json)
    {
        var item = new ContentItem
        {
            ContentItemId = Text(json, "ContentItemId"),
            ContentType = Text(json, "ContentType"),
            DisplayText = Text(json, "DisplayText"),
            Owner = await PersonIdAsync(Text(json, "Owner")),
            Author = Text(json, "Author") is { Length: > 0 } author ? author : null,
        };
        foreach (var (name, value) in json.Where(pair => !WellKnown.Contains(pair.Key) && pair.Value is JsonObject or JsonArray))
        {
            item.Content[name] = await WithPersonIdsAsync(value!);
        }

        return item;
    }

    /// <summary>Files name people by user name, because ids differ from one portal to the next.</summary>
    private async Task<JsonNode> WithPersonIdsAsync(JsonNode part)
    {
        var copy = part.DeepClone();
        foreach (var field in (copy as JsonObject ?? []).Select(pair => pair.Value).OfType<JsonObject>())
        {
            if (field["UserIds"] is JsonArray people)
            {
                var ids = new JsonArray();
                foreach (var person in people.OfType<JsonNode>())
                {
                    ids.Add(await PersonIdAsync(person.GetValue<string>()));
                }

                field["UserIds"] = ids;
            }
        }

        return copy;
    }

    private async Task<string?> PersonIdAsync(string userNameOrId) =>
        userNameOrId.Length == 0 ? null : (await users.FindByNameAsync(userNameOrId))?.Id ?? userNameOrId;

    private static bool IsSame(ContentItem current, ContentItem item)
    {
        var wanted = item.Content.DeepClone();
        if (wanted[nameof(AutoroutePart)]?["Path"]?.GetValue<string>() is null or "")
        {
            wanted[nameof(AutoroutePart)] = current.Content[nameof(AutoroutePart)]?.DeepClone();
            if (wanted[nameof(AutoroutePart)] is null)
            {
                wanted.AsObject().Remove(nameof(AutoroutePart));
            }
        }

        return current.ContentType == item.ContentType && JsonNode.DeepEquals(current.Content, wanted);
    }

    private static string Text(JsonObject json, string property) =>
        json[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
