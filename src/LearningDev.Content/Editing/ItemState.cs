namespace LearningDev.Content.Editing;

/// <summary>How far an item is, as the editors' pages say it.</summary>
internal enum ItemState
{
    Published,
    Draft,
    NewerDraft,
    Archived,
    Removed,
}

/// <summary>The words and colours of states.</summary>
internal static class ItemStates
{
    /// <summary>The states that the editors' list has, in its order; what was removed is in the bin.</summary>
    public static readonly IReadOnlyList<ItemState> Listed = [ItemState.Draft, ItemState.Published, ItemState.NewerDraft, ItemState.Archived];

    public static ItemState Of(bool isLatest, bool isPublished, bool hasPublished, bool isArchived = false) =>
        isArchived ? ItemState.Archived
        : isPublished ? isLatest ? ItemState.Published : ItemState.NewerDraft
        : !isLatest ? ItemState.Removed
        : hasPublished ? ItemState.NewerDraft
        : ItemState.Draft;

    extension(ItemState state)
    {
        public string Words => state switch
        {
            ItemState.Published => "Published",
            ItemState.Draft => "Draft",
            ItemState.NewerDraft => "Published, with a newer draft",
            ItemState.Archived => "Archived",
            _ => "Removed",
        };

        public string Colour => state switch
        {
            ItemState.Published => "green",
            ItemState.Draft => "yellow",
            ItemState.NewerDraft => "blue",
            _ => "grey",
        };
    }
}
