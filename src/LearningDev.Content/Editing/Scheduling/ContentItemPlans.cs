namespace LearningDev.Content.Editing.Scheduling;

/// <summary>What an item's own pages need to know to tell of its plans.</summary>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="NewestNumber">The number of the newest version.</param>
/// <param name="MayPublish">Whether the reader may change plans.</param>
internal sealed record ContentItemPlans(string ContentItemId, int NewestNumber, bool MayPublish);
