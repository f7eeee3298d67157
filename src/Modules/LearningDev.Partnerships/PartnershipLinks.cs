namespace LearningDev.Partnerships;

/// <summary>Every address of partnerships.</summary>
internal static class PartnershipLinks
{
    public const string Mine = "/partnerships";

    public const string Conflicts = $"{Mine}/conflicts";

    public const string Overview = $"{Mine}/overview";

    /// <summary>What stands in the place of an id while there is none yet.</summary>
    public const string NewId = "new";

    public static string Partnership(string id) => $"{Mine}/{id}";

    public static string NotThisTime(string id) => $"{Mine}/{id}/not-this-time";

    public static string Sign(string id) => $"{Mine}/{id}/sign";

    public static string SignAsManager(string id) => $"{Mine}/{id}/sign-as-manager";

    public static string Goals(string id) => $"{Mine}/{id}/goals";

    public static string Meetings(string id) => $"{Mine}/{id}/meetings";

    public static string Plan(string id, string meetingId) => $"{Mine}/{id}/meetings/{meetingId}/plan";

    public static string Record(string id, string meetingId) => $"{Mine}/{id}/meetings/{meetingId}/record";

    public static string Notes(string id) => $"{Mine}/{id}/notes";

    public static string Note(string id, string noteId) => $"{Mine}/{id}/notes/{noteId}";

    public static string Review(string id) => $"{Mine}/{id}/review";

    public static string Close(string id) => $"{Mine}/{id}/close";

    public static string Evaluate(string id) => $"{Mine}/{id}/evaluate";

    public static string Share(string id) => $"{Mine}/{id}/share";
}
