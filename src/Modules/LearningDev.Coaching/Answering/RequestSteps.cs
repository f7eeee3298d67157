using LearningDev.Coaching.Approving;
using LearningDev.Coaching.Requests;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Answering;

/// <summary>Starts a case when somebody asks for a coach.</summary>
internal sealed class RequestSentEvent : IActivity
{
    public const string ActivityName = "CoachingRequestSentEvent";

    public string Name => ActivityName;

    public string DisplayName => "Somebody asks for a coach";

    public string Description => "Somebody has chosen coaches, and sends the request to them.";

    public string Category => CoachingSteps.Category;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "Leave it as it is: the steps can read its fields") { IsRequired = true, Default = new System.Text.Json.Nodes.JsonArray(CoachingRequest.Type) }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => "";

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}

/// <summary>Puts the coach whose turn it is into the field by which the next step asks.</summary>
internal sealed class AskNextCoachTask(PortalDb db, CoachAnswers answers) : IActivity
{
    public const string Asked = "Asked";
    public const string NoneLeft = "None left";

    public string Name => "AskNextCoachTask";

    public string DisplayName => "Next coach";

    public string Description => "Whoever was asked before has not taken it on. Puts the next of the chosen coaches who has a place into the field Coach who is asked now; an approval by that field comes next.";

    public string Category => CoachingSteps.Category;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => [Asked, NoneLeft];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await db.CoachingRequests.SingleOrDefaultAsync(row => row.Id == context.CorrelationId, cancellation) is not { } request)
        {
            // A trial goes on as if somebody was there.
            return ActivityResult.Leave(Asked);
        }

        if (await answers.NextAsync(request, cancellation) is { } choice)
        {
            context.Say($"The turn of {choice.Name}");
            return ActivityResult.Leave(Asked);
        }

        context.Say("None of the coaches who were chosen can take it on at present");
        return ActivityResult.Leave(NoneLeft);
    }
}

/// <summary>Begins the coaching with the coach who has accepted.</summary>
internal sealed class BeginCoachingTask(PortalDb db, CoachAnswers answers) : IActivity
{
    public const string Begun = "Begun";
    public const string NotPossible = "Not possible";

    public string Name => "BeginCoachingTask";

    public string DisplayName => "Begin the coaching";

    public string Description => "Begins the coaching with the coach who was asked, on the terms of the pool, and tells both. It is not possible when the coach has no place any more, or the two cannot work together.";

    public string Category => CoachingSteps.Category;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => [Begun, NotPossible];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await db.CoachingRequests.SingleOrDefaultAsync(row => row.Id == context.CorrelationId, cancellation) is not { } request)
        {
            return ActivityResult.Leave(Begun);
        }

        var hasBegun = await answers.BeginAsync(request, cancellation);
        context.Say(hasBegun ? "The coaching begins" : "The coaching could not begin");
        return ActivityResult.Leave(hasBegun ? Begun : NotPossible);
    }
}
