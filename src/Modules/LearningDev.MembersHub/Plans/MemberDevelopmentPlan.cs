using LearningDev.Content.Fields;

namespace LearningDev.MembersHub.Plans;

/// <summary>What a plan says in fields: the part of that name of its content item, to which editors may add. Needs stand in a table, because they are counted.</summary>
internal sealed class MemberDevelopmentPlan
{
    public const string ContentType = nameof(MemberDevelopmentPlan);

    /// <summary>The fields that code knows.</summary>
    public static IReadOnlyList<string> Fields { get; } = [nameof(Goals), nameof(Achievements), nameof(Support)];

    /// <summary>What the member wants to be able to do.</summary>
    public TextField Goals { get; set; } = new();

    /// <summary>What came of the last plan; may be empty.</summary>
    public TextField Achievements { get; set; } = new();

    /// <summary>What would help to take part; may be empty.</summary>
    public TextField Support { get; set; } = new();
}
