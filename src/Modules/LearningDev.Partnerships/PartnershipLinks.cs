namespace LearningDev.Partnerships;

/// <summary>Every address of partnerships.</summary>
internal static class PartnershipLinks
{
    public const string Mine = "/partnerships";

    public const string Conflicts = $"{Mine}/conflicts";

    public static string Partnership(string id) => $"{Mine}/{id}";

    public static string First(string id) => $"{Mine}/{id}/first-meeting";

    public static string Sign(string id) => $"{Mine}/{id}/sign";

    public static string SignAsManager(string id) => $"{Mine}/{id}/sign-as-manager";

    public static string Goals(string id) => $"{Mine}/{id}/goals";

    public static string PlanMeeting(string id) => $"{Mine}/{id}/meetings/plan";

    public static string RecordMeeting(string id) => $"{Mine}/{id}/meetings/record";

    public static string Meeting(string id, string meetingId) => $"{Mine}/{id}/meetings/{meetingId}";

    public static string NewNote(string id) => $"{Mine}/{id}/notes/new";

    public static string Note(string id, string noteId) => $"{Mine}/{id}/notes/{noteId}";

    public static string Review(string id) => $"{Mine}/{id}/review";

    public static string Close(string id) => $"{Mine}/{id}/close";

    public static string Evaluate(string id) => $"{Mine}/{id}/evaluate";

    public static string Share(string id) => $"{Mine}/{id}/share";

    public static string HowItGoes(string id) => $"{Mine}/{id}/how-it-goes";
}
