using LearningDev.Coaching.Coaches;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Approving;

/// <summary>The heading under which the designer offers the steps of this module.</summary>
internal static class CoachingSteps
{
    public const string Category = "Coaching";
}

/// <summary>Starts a case when somebody sends their coach profile, or changes an approved qualification.</summary>
internal sealed class ProfileSentEvent : IActivity
{
    public const string ActivityName = "CoachProfileSentEvent";

    public string Name => ActivityName;

    public string DisplayName => "A coach profile is sent";

    public string Description => "Somebody wants to be a coach, or has changed the qualification that was approved.";

    public string Category => CoachingSteps.Category;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "Leave it as it is: the steps can read its fields") { IsRequired = true, Default = new System.Text.Json.Nodes.JsonArray(CoachProfile.Type) }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => "";

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}

/// <summary>Approves a coach, with the qualification that the profile says.</summary>
internal sealed class ApproveCoachTask(PortalDb db, CoachApproving approving) : IActivity
{
    public string Name => "ApproveCoachTask";

    public string DisplayName => "Approve a coach";

    public string Description => "Approves the coach whose profile was sent, with their qualification. A case that ends without it has not approved them.";

    public string Category => CoachingSteps.Category;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        // A trial has no coach.
        if (await db.Coaches.SingleOrDefaultAsync(row => row.Id == context.CorrelationId && row.IsAsked, cancellation) is { } coach)
        {
            await approving.ApproveAsync(coach, cancellation);
            context.Say($"{coach.PersonName} is approved as a coach");
        }

        return ActivityResult.Leave("Done");
    }
}
