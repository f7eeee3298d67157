namespace LearningDev.Coaching;

/// <summary>Every address of coaching.</summary>
internal static class CoachingLinks
{
    public const string Home = "/coaching";

    public const string Manage = $"{Home}/manage";

    public const string Invite = $"{Manage}/invite";

    public const string Profile = $"{Home}/profile";

    public const string Ask = $"{Home}/ask";

    /// <summary>Where people declare with whom they cannot work; the module of partnerships has the page.</summary>
    public const string Conflicts = $"{Partnerships}/conflicts";

    /// <summary>What coaching and mentoring have in common, and the page in which coaching is found; the module of partnerships has it.</summary>
    public const string Partnerships = "/partnerships";

    /// <summary>How the addresses of pools begin, as the content type's pattern says it.</summary>
    public const string PoolBeginning = "coaching/pools/";

    public static string ProfileSection(string section) => $"{Profile}/{section}";

    /// <summary>A coaching, as its two people see it; the module of partnerships has the page.</summary>
    public static string Together(string partnershipId) => $"{Partnerships}/{partnershipId}";

    public static string Coach(string id) => $"{Home}/coaches/{id}";

    public static string AskIn(string poolId) => $"{Ask}?pool={poolId}";

    public static string AskAgain(string requestId) => $"{Ask}?from={requestId}";

    public static string Request(string id) => $"{Home}/requests/{id}";

    public static string Goals(string id) => $"{Home}/requests/{id}/goals";

    public static string Preferences(string id) => $"{Home}/requests/{id}/preferences";

    public static string Choices(string id) => $"{Home}/requests/{id}/choices";

    public static string Check(string id) => $"{Home}/requests/{id}/check";

    public static string Delete(string id) => $"{Home}/requests/{id}/delete";
}
