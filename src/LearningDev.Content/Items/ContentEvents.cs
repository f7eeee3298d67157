using System.Text.Json.Serialization;
using LearningDev.Platform.Events;

namespace LearningDev.Content.Items;

/// <summary>A draft of an item was saved.</summary>
/// <param name="Item">The draft.</param>
public sealed record ContentDraftSaved(ContentItem Item) : ContentEvent(Item)
{
    /// <inheritdoc />
    public override string Summary => $"Saved a draft of {Item.DisplayText}";
}

/// <summary>An item was published.</summary>
/// <param name="Item">The version that everybody sees now.</param>
public sealed record ContentPublished(ContentItem Item) : ContentEvent(Item)
{
    /// <inheritdoc />
    public override string Summary => $"Published {Item.DisplayText}";
}

/// <summary>An item was taken off the portal; it lives on as a draft.</summary>
/// <param name="Item">The version that was published.</param>
public sealed record ContentUnpublished(ContentItem Item) : ContentEvent(Item)
{
    /// <inheritdoc />
    public override string Summary => $"Unpublished {Item.DisplayText}";
}

/// <summary>An item was archived: it is not on the portal, and is kept as it is. When it was published, <see cref="ContentUnpublished"/> has come before.</summary>
/// <param name="Item">The latest version.</param>
public sealed record ContentArchived(ContentItem Item) : ContentEvent(Item)
{
    /// <inheritdoc />
    public override string Summary => $"Archived {Item.DisplayText}";
}

/// <summary>An item was taken out of the archive; it is a draft.</summary>
/// <param name="Item">The latest version.</param>
public sealed record ContentTakenOutOfArchive(ContentItem Item) : ContentEvent(Item)
{
    /// <inheritdoc />
    public override string Summary => $"Took {Item.DisplayText} out of the archive";
}

/// <summary>An item was put into the bin. Its versions are kept until the bin is emptied.</summary>
/// <param name="Item">The latest version.</param>
public sealed record ContentRemoved(ContentItem Item) : ContentEvent(Item)
{
    /// <inheritdoc />
    public override string Summary => $"Removed {Item.DisplayText}";
}

/// <summary>An earlier version of an item was made the draft again.</summary>
/// <param name="Item">The new draft.</param>
/// <param name="RestoredVersionId">The id of the version that it was made from.</param>
public sealed record ContentRestored(ContentItem Item, string RestoredVersionId) : ContentEvent(Item)
{
    /// <inheritdoc />
    public override string Summary => $"Restored an earlier version of {Item.DisplayText}";
}

/// <summary>Something happened to a content item.</summary>
/// <param name="Item">The version that it happened to.</param>
public abstract record ContentEvent([property: JsonIgnore] ContentItem Item) : IPortalEvent
{
    /// <summary>The id of the version that it happened to.</summary>
    public string VersionId => Item.ContentItemVersionId;

    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new(Item.ContentType, Item.ContentItemId, Item.DisplayText);

    /// <inheritdoc />
    [JsonIgnore]
    public abstract string Summary { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public string Reason { get; init; } = "";
}

/// <summary>
/// A table that follows from published items, such as an index for lists. It is written when an item is published, and written again from all
/// published items by "search rebuild" and after an upgrade, so its handler writes nothing but rows that follow from the item.
/// </summary>
public interface IContentIndex : IEventHandler<ContentPublished>;
