using LearningDev.Compliance.Contracts;

namespace LearningDev.Compliance;

/// <summary>Every address of mandatory training.</summary>
internal static class ComplianceLinks
{
    public const string Record = TrainingPages.Record;

    public static string RecordFor(string training) => $"{Record}?training={Uri.EscapeDataString(training)}";

    public static string Person(string id) => TrainingPages.Person(id);

    public static string Exempt(string personId) => $"{Person(personId)}/exempt";

    public static string Remove(string personId, string recordId) => $"{Person(personId)}/records/{recordId}/remove";

    public static string End(string personId, string exemptionId) => $"{Person(personId)}/exemptions/{exemptionId}/end";
}
