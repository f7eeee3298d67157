using System.Globalization;
using LearningDev.Compliance.Contracts;

namespace LearningDev.MembersHub.Matrix;

/// <summary>How the standings of members are called and coloured.</summary>
internal static class TrainingWords
{
    public static string Of(RequirementState state) => state.Standing == Standing.Overdue && !state.MaySit ? "Needed to sit" : Of(state.Standing);

    public static string Of(Standing standing) => standing.ToString();

    public static string Colour(RequirementState state) => state.Standing switch
    {
        Standing.Done => "green",
        Standing.Exempt => "grey",
        Standing.Due => "yellow",
        _ => "red",
    };

    /// <summary>A day that fits into a narrow column, for example "6 Aug 2023".</summary>
    public static string Short(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
