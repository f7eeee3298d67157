using LearningDev.Platform.Ui;

namespace LearningDev.MembersHub.Members;

/// <summary>Something that keeps a change of members from being made.</summary>
/// <param name="Key">The field; empty for the whole form.</param>
/// <param name="Message">What is wrong, for whoever fills the form in.</param>
internal sealed record MemberFault(string Key, string Message)
{
    /// <summary>For what those who change members wait.</summary>
    public const string Turn = "members";

    private static readonly DateOnly Earliest = new(1945, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>What is wrong with a day on which something of a member begins or ends; nothing, as a rule.</summary>
    public static IEnumerable<MemberFault> OfDay(string key, DateOnly day) =>
        day < Earliest || day > Latest ? [new(key, $"Day must be between {DateWords.Day(Earliest)} and {DateWords.Day(Latest)}")] : [];
}
