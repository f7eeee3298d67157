namespace LearningDev.Content.Media.Uses;

/// <summary>
/// An item that shows a file or links to it, by the path that stands in the item. Where the item is not for everybody, the row stays when neither version shows the
/// file any more, so that nobody else gets at it then.
/// </summary>
internal sealed class MediaUse
{
    /// <summary>The item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>The path as the item has it: the file's of today or an earlier one.</summary>
    public required string Path { get; init; }

    /// <summary>True when the latest version, which editors see, has it.</summary>
    public bool IsLatest { get; set; }

    /// <summary>True when the published version, which everybody sees, has it.</summary>
    public bool IsPublished { get; set; }
}
