namespace LearningDev.Content.Items;

/// <summary>A content item cannot be saved or published as it is.</summary>
/// <param name="errors">What is wrong, by the part and field that it is about, for example "LearningPart.Summary".</param>
public sealed class ContentInvalidException(IReadOnlyList<ContentError> errors)
    : Exception(string.Join(" ", errors.Select(error => $"{error.Key}: {error.Message}")))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ContentError> Errors { get; } = errors;
}

/// <summary>One thing that is wrong with a content item.</summary>
/// <param name="Key">The part and field, for example "LearningPart.Summary" or "TitlePart.Title".</param>
/// <param name="Message">What is wrong, as a person reads it beside the field.</param>
public sealed record ContentError(string Key, string Message);

/// <summary>Somebody else has saved the item since it was read.</summary>
/// <param name="displayText">The item's name.</param>
/// <param name="author">The user name of whoever saved it.</param>
public sealed class ContentConflictException(string displayText, string? author)
    : Exception($"{displayText} was changed by {author ?? "somebody else"} in the meantime.")
{
    /// <summary>The user name of whoever saved it; null when the item is gone.</summary>
    public string? SavedBy { get; } = author;
}
