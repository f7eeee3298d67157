namespace LearningDev.MembersHub.Hub;

/// <summary>A card among "What needs doing first".</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Url">Where.</param>
/// <param name="Summary">By when, or why.</param>
internal sealed record HubCard(string Title, string Url, string Summary)
{
    /// <summary>The view that draws it.</summary>
    public const string View = "/MembersHub/Hub/_Card.cshtml";
}
