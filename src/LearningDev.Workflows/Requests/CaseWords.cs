using LearningDev.Workflows.Running;

namespace LearningDev.Workflows.Requests;

/// <summary>How pages say where a case stands.</summary>
internal static class CaseWords
{
    public static string Of(CaseStatus status, string outcome) => status switch
    {
        CaseStatus.Waiting => "In progress",
        CaseStatus.Faulted => "Held up",
        CaseStatus.Cancelled => "Cancelled",
        CaseStatus.Withdrawn => "Withdrawn",
        _ => outcome.Length > 0 ? outcome : "Finished",
    };

    public static string Colour(CaseStatus status) => status switch
    {
        CaseStatus.Waiting => "blue",
        CaseStatus.Faulted => "red",
        CaseStatus.Finished => "green",
        _ => "grey",
    };
}
