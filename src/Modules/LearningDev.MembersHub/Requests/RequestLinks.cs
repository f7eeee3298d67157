namespace LearningDev.MembersHub.Requests;

/// <summary>Every address of members' training requests.</summary>
internal static class RequestLinks
{
    public const string Own = "/members/requests";

    public const string New = $"{Own}/new";

    public const string Manage = "/members/manage/requests";

    /// <summary>The learning catalogue, another module's.</summary>
    public const string Catalogue = "/catalogue";

    /// <summary>All answers of a request, to be checked and sent; of one that is sent, where it is.</summary>
    public static string Of(string id) => $"{Own}/{id}";

    public static string Training(string id) => $"{Own}/{id}/training";

    public static string Costs(string id) => $"{Own}/{id}/costs";

    public static string Relevance(string id) => $"{Own}/{id}/relevance";

    public static string Ending(string id) => $"{Own}/{id}/end";

    public static string ManageOne(string id) => $"{Manage}/{id}";

    public static string Invoice(string id) => $"{Manage}/{id}/invoice";
}
