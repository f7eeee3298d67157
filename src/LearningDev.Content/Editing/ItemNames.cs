namespace LearningDev.Content.Editing;

/// <summary>What the editors' pages call an item.</summary>
internal static class ItemNames
{
    /// <summary>How many of the items that refer to one are named; the others are counted.</summary>
    public const int UsesShown = 10;

    /// <summary>The item's name, or words for one that has none.</summary>
    public static string Of(string? displayText) => string.IsNullOrEmpty(displayText) ? "Without a title" : displayText;
}
