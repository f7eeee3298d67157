using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Funding.Requests.Deciding;

internal static class FundingSteps
{
    /// <summary>The heading under which the designer offers the steps of this module.</summary>
    public const string Category = "Funding of learning";
}

/// <summary>Begins the workflow that decides about a training request, when that is first sent (FUN-03).</summary>
internal sealed class TrainingRequestSentEvent : IActivity
{
    public const string ActivityName = nameof(TrainingRequestSentEvent);

    public string Name => ActivityName;

    public string DisplayName => "A training request is sent";

    public string Description => "Begins when somebody sends a training request, and not again when it is sent again. One workflow takes the requests: the first by name that begins so.";

    public string Category => FundingSteps.Category;

    public ActivityKind Kind => ActivityKind.Event;

    // So that the designer knows whose fields conditions and placeholders can name.
    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "Leave it as it is") { IsRequired = true, Default = new System.Text.Json.Nodes.JsonArray(TrainingRequest.ContentType) }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => "";

    // In the middle of a case nothing would ever go on with it.
    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}

/// <summary>Records what was decided about a training request, so that lists, letters and later budgets know it whatever the workflow calls its end.</summary>
internal sealed class RecordRequestDecisionTask(PortalDb db, IEvents events, TimeProvider time) : IActivity
{
    public const string ActivityName = nameof(RecordRequestDecisionTask);

    private const string Approved = nameof(RequestState.Approved);
    private const string Refused = nameof(RequestState.Refused);

    public string Name => ActivityName;

    public string DisplayName => "Record the decision about a training request";

    public string Description => "Says that the training request of the case is approved or refused.";

    public string Category => FundingSteps.Category;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("Decision", "What is decided", PropertyKind.Choice) { IsRequired = true, Default = Approved, Choices = [new(Approved, "Approved"), new(Refused, "Refused")] }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await db.TrainingRequests.FindAsync([context.CorrelationId], cancellation) is not { } row)
        {
            throw new ActivityException("The case is not about a training request");
        }

        var isApproved = context.Text("Decision") != Refused;
        row.State = isApproved ? RequestState.Approved : RequestState.Refused;
        row.DecidedUtc = time.GetUtcNow().UtcDateTime;
        if (isApproved)
        {
            await events.PublishAsync(new TrainingRequestApproved(row.ItemId, row.Title, row.PersonId, row.Total, row.Source), cancellation);
        }
        else
        {
            await events.PublishAsync(new TrainingRequestRefused(row.ItemId, row.Title, row.PersonId), cancellation);
        }

        context.Say(isApproved ? "The request is approved" : "The request is refused");
        return ActivityResult.Leave("Done");
    }
}
