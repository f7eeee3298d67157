namespace LearningDev.MembersHub.Members;

/// <summary>Every address of members, of what they are members of, and of elections.</summary>
internal static class MemberLinks
{
    public const string People = "/members/people";

    public const string Manage = "/members/manage";

    public const string Add = $"{Manage}/add";

    public const string Import = $"{Manage}/import";

    public const string Wards = $"{Manage}/wards";

    public const string Elections = $"{Manage}/election";

    public const string Roles = "/members/roles";

    /// <summary>What stands in the place of an id while there is none yet.</summary>
    public const string NewId = "new";

    public static string Profile(string personId) => $"{People}/{personId}";

    public static string End(string personId) => $"{Manage}/people/{personId}/end";

    public static string Group(string personId) => $"{Manage}/people/{personId}/group";

    public static string Appoint(string personId) => $"{Manage}/people/{personId}/appoint";

    public static string Office(string id) => $"{Manage}/offices/{id}";

    public static string Part(string kind, string id) => $"{Wards}/{kind}/{id}";

    public static string Election(string id) => $"{Elections}/{id}";

    public static string CheckElection(string id) => $"{Elections}/{id}/check";
}
