using System.Globalization;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Records;

namespace LearningDev.Compliance;

/// <summary>How standings and records are called and coloured.</summary>
internal static class StandingWords
{
    public static string Of(RequirementState state) => state.Standing switch
    {
        Standing.Done => "Done",
        Standing.Exempt => "Exempt",
        Standing.Due => "Due",
        _ => state.MaySit ? "Overdue" : "Needed to sit",
    };

    public static string Colour(RequirementState state) => state.Standing switch
    {
        Standing.Done => "green",
        Standing.Exempt => "grey",
        Standing.Due => "yellow",
        _ => "red",
    };

    public static string Of(RecordedHow how) => how switch
    {
        RecordedHow.Register => "On the register",
        RecordedHow.Elsewhere => "Attended elsewhere",
        _ => "Reported by the portal",
    };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a reason that must be given; the message when there is something wrong with it.</summary>
    public static string? Check(string? typed, out string reason)
    {
        reason = (typed ?? "").Trim();
        return reason.Length == 0 ? "Enter why" : reason.Length > CompletionRow.TextLength ? $"Why must be {CompletionRow.TextLength} characters or fewer" : null;
    }
}
