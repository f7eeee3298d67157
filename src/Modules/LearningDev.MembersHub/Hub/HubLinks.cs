using Microsoft.AspNetCore.Http;

namespace LearningDev.MembersHub.Hub;

/// <summary>The addresses of the hub's home and its resources.</summary>
internal static class HubLinks
{
    public const string Home = "/members";

    public const string Resources = $"{Home}/resources";

    /// <summary>How the addresses of resources begin, as the content type's pattern says it.</summary>
    public const string ResourceBeginning = "members/resources/";

    /// <summary>The resources that the person's own roles and committees need.</summary>
    public const string Mine = $"{Resources}?for=me";

    public const string SuggestApi = "/api/members/suggest";

    public static string Files(string slug) => $"{Resources}/{Uri.EscapeDataString(slug)}/files.zip";

    /// <summary>The resources that have a value of a facet.</summary>
    public static string With(string facet, string value) => Resources + QueryString.Create(facet, value);
}
