using System.Globalization;

namespace LearningDev.MembersHub.Cycle;

/// <summary>Every address of the electoral cycle.</summary>
internal static class CycleLinks
{
    public const string Timeline = "/members/cycle";

    /// <summary>How the addresses of documents begin, as the content type's pattern says it.</summary>
    public const string DocumentBeginning = "members/cycle/";

    private const string Manage = "/members/manage/cycle";

    public static string Of(int electionYear) => string.Create(CultureInfo.InvariantCulture, $"{Timeline}?from={electionYear}");

    public static string Document(string slug) => $"/{DocumentBeginning}{slug}";

    public static string Send(string itemId) => $"{Manage}/documents/{itemId}/send";

    public static string Record(int electionYear, string stepKey) => string.Create(CultureInfo.InvariantCulture, $"{Manage}/{electionYear}/{stepKey}");
}
