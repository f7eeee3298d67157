namespace LearningDev.MembersHub.Hub;

/// <summary>The places of the hub's pages where the module's other folders show panels.</summary>
internal static class MembersHubPanels
{
    /// <summary>"What needs doing first" on the hub's home: a card (<c>li class="app-card"</c>) for each thing that waits for the person. There is no subject.</summary>
    public const string Home = "members-hub-home";
}
