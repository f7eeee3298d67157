namespace LearningDev.Mentoring;

/// <summary>Every address of mentoring.</summary>
internal static class MentoringLinks
{
    public const string Home = "/mentoring";

    public const string Manage = $"{Home}/manage";

    /// <summary>What coaching and mentoring have in common, and the page in which mentoring is found; the module of partnerships has it.</summary>
    public const string Partnerships = "/partnerships";

    /// <summary>How the addresses of programmes begin, as the content type's pattern says it.</summary>
    public const string ProgrammeBeginning = "mentoring/programmes/";

    private const string Programmes = $"/{ProgrammeBeginning}";

    private const string Profiles = $"{Home}/profiles";

    /// <summary>The page of a partnership, another module's.</summary>
    public static string Pair(string partnershipId) => $"{Partnerships}/{partnershipId}";

    public static string Programme(string slug) => $"{Programmes}{slug}";

    /// <summary>The form by which somebody offers or asks, or changes that.</summary>
    public static string Join(string slug, string role) => $"{Programmes}{slug}/join/{role}";

    /// <summary>The mentors of a programme in which mentees choose.</summary>
    public static string Mentors(string slug) => $"{Programmes}{slug}/mentors";

    /// <summary>All answers of an offer or request, to be checked and sent.</summary>
    public static string Profile(string id) => $"{Profiles}/{id}";

    public static string Withdraw(string id) => $"{Profiles}/{id}/withdraw";

    public static string Ask(string id) => $"{Home}/asks/{id}";

    public static string Matching(string programmeId) => $"{Manage}/{programmeId}/matching";
}
