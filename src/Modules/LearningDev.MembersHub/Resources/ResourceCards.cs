namespace LearningDev.MembersHub.Resources;

/// <summary>Resources as a list.</summary>
/// <param name="Cards">The resources.</param>
/// <param name="SinceUtc">When the visit before this one ended: what is newer is marked. Null for the first visit, on which nothing is.</param>
/// <param name="Level">The level of the titles' headings, 2 or 3.</param>
internal sealed record ResourceCards(IReadOnlyList<ResourceCard> Cards, DateTime? SinceUtc, int Level = 2)
{
    public bool IsNew(ResourceCard card) => SinceUtc is { } since && card.Hit.PublishedUtc > since;
}
