namespace LearningDev.Volunteering;

/// <summary>Every address of volunteering.</summary>
internal static class VolunteeringLinks
{
    public const string Opportunities = "/volunteering";

    public const string Mine = $"{Opportunities}/mine";

    public const string Manage = $"{Opportunities}/manage";

    /// <summary>What stands in the place of a claim's id while there is none yet.</summary>
    public const string NewId = "new";

    private const string Claims = $"{Opportunities}/claims";

    /// <summary>How the addresses of opportunities begin, as the content type's pattern says it.</summary>
    public const string OpportunityBeginning = "volunteering/opportunities/";

    public static string New => About(NewId);

    public static string NewFor(string opportunityId) => $"{New}?opportunity={opportunityId}";

    public static string Claim(string id) => $"{Claims}/{id}";

    public static string About(string id) => $"{Claims}/{id}/about";

    public static string Time(string id) => $"{Claims}/{id}/time";

    public static string Learning(string id) => $"{Claims}/{id}/learning";

    public static string Leave(string id) => $"{Claims}/{id}/leave";

    public static string Check(string id) => $"{Claims}/{id}/check";

    public static string Delete(string id) => $"{Claims}/{id}/delete";

    public static string Reverse(string id) => $"{Claims}/{id}/reverse";

    public static string RemoveLeave(string id, string leaveId) => $"{Claims}/{id}/taken/{leaveId}";
}
