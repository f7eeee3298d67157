using System.Text.RegularExpressions;

namespace LearningDev.Platform.Audit;

/// <summary>How the audit's pages name things, and where they stand.</summary>
internal static partial class AuditWords
{
    public const string List = "/admin/audit";

    public const string Csv = "/admin/audit.csv";

    /// <summary>What stands where somebody who is not named did something.</summary>
    public const string Emptied = "No longer kept";

    public static string Row(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{List}/{id}");

    /// <summary>An event as people read it: "ContentPublished" is "Content published".</summary>
    public static string OfEvent(string name) => WordStart().Replace(name, match => $" {match.Value.ToLowerInvariant()}");

    /// <summary>What happened; of a row whose details were removed, the event only.</summary>
    public static string What(AuditEntry row) => row.DetailsHash is null ? row.Summary : OfEvent(row.Event);

    /// <summary>Who did it.</summary>
    public static string Who(AuditEntry row) => row.DetailsHash is null ? row.PersonName : Emptied;

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
