namespace LearningDev.Recognition;

/// <summary>Every address of the recognition wall.</summary>
internal static class RecognitionLinks
{
    public const string Wall = "/recognition";

    public const string New = $"{Wall}/new";

    public const string Moderation = $"{Wall}/moderation";

    public const string Digest = $"{Wall}/digest";

    public const string KeepOff = $"{Wall}/keep-off";

    public static string Celebrate(string personId) => $"{New}/{personId}";

    public static string TakeDown(string id) => $"{Wall}/{id}/take-down";

    public static string Report(string id) => $"{Wall}/{id}/report";

    public static string Refuse(string id) => $"{Moderation}/{id}";
}
