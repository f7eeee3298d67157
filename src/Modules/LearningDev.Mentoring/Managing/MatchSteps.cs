using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Mentoring.Managing;

internal static class MentoringCategory
{
    /// <summary>The heading under which the designer offers the steps of this module.</summary>
    public const string Name = "Mentoring";
}

/// <summary>Starts a case when a match is sent to be confirmed.</summary>
internal sealed class MatchSentEvent : IActivity
{
    public const string ActivityName = "MentoringMatchSentEvent";

    public string Name => ActivityName;

    public string DisplayName => "A mentoring match is sent";

    public string Description => "HR has proposed the pairs of a mentoring programme and sends them to be confirmed.";

    public string Category => MentoringCategory.Name;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "The content type of matches, whose fields the steps can read") { Default = new System.Text.Json.Nodes.JsonArray(MentoringMatch.Type) }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}

/// <summary>Begins the pairs of a match.</summary>
internal sealed class BeginPairsTask(MatchConfirming confirming) : IActivity
{
    public string Name => "BeginMentoringPairsTask";

    public string DisplayName => "Begin the pairs of a mentoring match";

    public string Description => "Begins the pairs and tells everybody. A pair that cannot be any more, because somebody has withdrawn or left, is left out. A case that ends without this step has not confirmed the match.";

    public string Category => MentoringCategory.Name;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        // A trial has no match, but goes on as if it had one.
        if (await confirming.ConfirmAsync(context.CorrelationId, cancellation) is var (begun, notBegun))
        {
            context.Say($"{(begun == 1 ? "1 pair has" : $"{begun} pairs have")} begun{(notBegun > 0 ? $", {notBegun} could not any more" : "")}");
        }

        return ActivityResult.Leave("Done");
    }
}
