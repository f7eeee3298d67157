using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Items;

/// <summary>A version of a content item as the database keeps it. Of an item at most one row is Latest and one is Published.</summary>
internal sealed class ContentItemRow
{
    public long Id { get; init; }

    public required string ContentItemId { get; init; }

    public required string ContentItemVersionId { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Counts the item's versions from 1.</summary>
    public int Number { get; init; }

    public string DisplayText { get; set; } = "";

    public bool Latest { get; set; }

    public bool Published { get; set; }

    public DateTime? ModifiedUtc { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public DateTime? CreatedUtc { get; set; }

    public string? Owner { get; set; }

    public string? Author { get; set; }

    public string Json { get; set; } = "{}";

    public int Revision { get; set; }

    /// <summary>Why the version was made, in its author's words; empty when nobody said.</summary>
    public string Note { get; set; } = "";

    /// <summary>When the item was archived; of the latest version only.</summary>
    public DateTime? ArchivedUtc { get; set; }

    /// <summary>The user name of whoever archived the item.</summary>
    public string? ArchivedBy { get; set; }

    public ContentItem ToItem() => new()
    {
        ContentItemId = ContentItemId,
        ContentItemVersionId = ContentItemVersionId,
        ContentType = ContentType,
        DisplayText = DisplayText,
        Latest = Latest,
        Published = Published,
        ModifiedUtc = ModifiedUtc,
        PublishedUtc = PublishedUtc,
        CreatedUtc = CreatedUtc,
        Owner = Owner,
        Author = Author,
        Content = JsonNode.Parse(Json)!.AsObject(),
        Revision = Revision,
        Number = Number,
        Note = Note,
        ArchivedUtc = ArchivedUtc,
    };

    public void Take(ContentItem item)
    {
        DisplayText = item.DisplayText;
        Json = item.Content.ToJsonString(PortalJson.Compact);
    }
}

/// <summary>An address that an item has or had; old addresses of published items lead to the new one.</summary>
internal sealed class ContentRoute
{
    public required string Path { get; init; }

    public required string ContentItemId { get; init; }

    public bool WasPublished { get; set; }
}
