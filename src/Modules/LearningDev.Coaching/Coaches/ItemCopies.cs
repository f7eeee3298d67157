using System.Text.Json.Nodes;
using LearningDev.Content.Items;

namespace LearningDev.Coaching.Coaches;

/// <summary>Copies of items for pages that show some fields in their own way.</summary>
internal static class ItemCopies
{
    /// <summary>A copy without some fields of a part.</summary>
    public static ContentItem Without(ContentItem item, string part, params IReadOnlyCollection<string> fields) => Copy(item, part, name => !fields.Contains(name));

    /// <summary>A copy with nothing but some fields of a part.</summary>
    public static ContentItem Only(ContentItem item, string part, params IReadOnlyCollection<string> fields)
    {
        var copy = Copy(item, part, fields.Contains);
        foreach (var other in copy.Content.Select(pair => pair.Key).Where(key => key != part).ToList())
        {
            copy.Content.Remove(other);
        }

        return copy;
    }

    private static ContentItem Copy(ContentItem item, string part, Func<string, bool> isKept)
    {
        var copy = new ContentItem { ContentItemId = item.ContentItemId, ContentType = item.ContentType, Content = (JsonObject)item.Content.DeepClone() };
        foreach (var name in (copy.Content[part] as JsonObject ?? []).Select(pair => pair.Key).Where(name => !isKept(name)).ToList())
        {
            ((JsonObject)copy.Content[part]!).Remove(name);
        }

        return copy;
    }
}
