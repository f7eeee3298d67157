using LearningDev.Coaching.Coaches;
using LearningDev.Content.Fields;

namespace LearningDev.Coaching.Requests;

/// <summary>What somebody looks for in a coach: a part of the request's content item, to which editors may add fields. Goals are not here: only the two people read them.</summary>
internal sealed class CoachingRequest
{
    public const string Type = nameof(CoachingRequest);

    public ContentPickerField Pool { get; set; } = new();

    /// <summary>The level of the coach's qualification; empty when it does not matter.</summary>
    public TextField CoachLevel { get; set; } = new();

    /// <summary>The coach whose turn it is: the workflow asks who stands here.</summary>
    public UserPickerField AskedCoach { get; set; } = new();

    /// <summary>The fields that this module knows, each as part and field; others are the editors' own.</summary>
    public static IReadOnlyCollection<string> Known { get; } =
    [
        .. CoachProfile.Known, $"{Type}.{nameof(Pool)}", $"{Type}.{nameof(CoachLevel)}", $"{Type}.{nameof(AskedCoach)}",
    ];
}
