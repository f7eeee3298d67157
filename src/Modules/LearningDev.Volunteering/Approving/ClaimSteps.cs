using LearningDev.Platform.Data;
using LearningDev.Volunteering.Claims;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Approving;

/// <summary>The heading under which the designer offers the steps of this module.</summary>
internal static class VolunteeringCategory
{
    public const string Name = "Volunteering";
}

/// <summary>Starts a case when a claim is sent, once for each claim.</summary>
internal sealed class ClaimSentEvent : IActivity
{
    public const string ActivityName = "VolunteeringClaimSentEvent";

    public string Name => ActivityName;

    public string DisplayName => "A volunteering claim is sent";

    public string Description => "Somebody has claimed leave for volunteering in their own time.";

    public string Category => VolunteeringCategory.Name;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "The content type of claims, whose fields the steps can read") { Default = new System.Text.Json.Nodes.JsonArray(VolunteeringClaim.Type) }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}

/// <summary>Looks whether a claim that was changed still keeps to the rules.</summary>
internal sealed class CheckClaimTask(PortalDb db, ClaimReviews reviews) : IActivity
{
    public const string Fits = "Keeps to the rules";
    public const string DoesNotFit = "Does not";

    public string Name => "CheckVolunteeringClaimTask";

    public string DisplayName => "Check a volunteering claim";

    public string Description => "Looks whether the own time and the leave of a claim keep to the rules, after it was changed.";

    public string Category => VolunteeringCategory.Name;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => [Fits, DoesNotFit];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        // A trial has no claim, but goes on as if it had a good one.
        if (await db.VolunteeringClaims.SingleOrDefaultAsync(row => row.Id == context.CorrelationId, cancellation) is not { } claim
            || await reviews.OfAsync(claim, cancellation) is { Fits: true })
        {
            return ActivityResult.Leave(Fits);
        }

        context.Say("The claim does not keep to the rules yet, so it went back");
        return ActivityResult.Leave(DoesNotFit);
    }
}

/// <summary>Agrees the leave of a claim.</summary>
internal sealed class AgreeClaimTask(PortalDb db, ClaimAgreeing agreeing) : IActivity
{
    public string Name => "AgreeVolunteeringClaimTask";

    public string DisplayName => "Agree a volunteering claim";

    public string Description => "Agrees the leave that a claim asks for. A case that ends without it has not agreed the claim.";

    public string Category => VolunteeringCategory.Name;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await db.VolunteeringClaims.SingleOrDefaultAsync(row => row.Id == context.CorrelationId, cancellation) is { State: ClaimState.Sent } claim)
        {
            await agreeing.AgreeAsync(claim, cancellation);
            context.Say($"{Hours.Words(claim.LeaveMinutes)} of leave agreed");
        }

        return ActivityResult.Leave("Done");
    }
}
