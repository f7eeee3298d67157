namespace LearningDev.Content.Items;

/// <summary>Why a version was made: a note of the change, kept with the version and in the audit.</summary>
public static class ContentNote
{
    /// <summary>The longest note in characters.</summary>
    public const int MaximumLength = 500;

    /// <summary>A note as it is kept: without surrounding space, and not longer than the longest.</summary>
    internal static string Kept(string? note)
    {
        var text = note?.ReplaceLineEndings("\n").Replace('\0', ' ').Trim() ?? "";
        return text.Length <= MaximumLength ? text : text[..MaximumLength];
    }
}
