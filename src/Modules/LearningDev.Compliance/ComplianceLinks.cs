namespace LearningDev.Compliance;

/// <summary>Every address of mandatory training.</summary>
internal static class ComplianceLinks
{
    public const string Mine = "/compliance/mine";

    public const string Record = "/compliance/record";

    public static string RecordFor(string training) => $"{Record}?training={Uri.EscapeDataString(training)}";

    public static string Person(string id) => $"/compliance/people/{id}";

    public static string Exempt(string personId) => $"{Person(personId)}/exempt";

    public static string Remove(string personId, string recordId) => $"{Person(personId)}/records/{recordId}/remove";

    public static string End(string personId, string exemptionId) => $"{Person(personId)}/exemptions/{exemptionId}/end";
}
