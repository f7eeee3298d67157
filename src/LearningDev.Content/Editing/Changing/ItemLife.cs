namespace LearningDev.Content.Editing.Changing;

/// <summary>What can be done with an item, beside its form.</summary>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="State">How far it is.</param>
/// <param name="MayPublish">Whether the editor may publish.</param>
internal sealed record ItemLife(string ContentItemId, ItemState State, bool MayPublish);
