using System.Text.Json.Nodes;
using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.MembersHub.Requests.Deciding;

/// <summary>Begins the workflow that decides about a member's training request, when that is first sent (MEM-05).</summary>
internal sealed class MemberRequestSentEvent : IActivity
{
    public const string ActivityName = nameof(MemberRequestSentEvent);

    public string Name => ActivityName;

    public string DisplayName => "A member’s training request is sent";

    public string Description => "Begins when a member sends a training request, and not again when it is sent again. One workflow takes the requests: the first by name that begins so.";

    public string Category => MemberSteps.Category;

    public ActivityKind Kind => ActivityKind.Event;

    // So that the designer knows whose fields conditions and placeholders can name.
    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "Leave it as it is") { IsRequired = true, Default = new JsonArray(MemberTrainingRequest.ContentType) }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => "";

    // In the middle of a case nothing would ever go on with it.
    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}

/// <summary>Sets what a request costs aside in the member's budget, or says that it is over it (MEM-04, MEM-05).</summary>
internal sealed class CommitBudgetTask(PortalDb db, BudgetLedger ledger, MemberRequestFigures figures, CurrentPerson person) : IActivity
{
    public const string ActivityName = nameof(CommitBudgetTask);
    public const string Committed = "Committed";
    public const string Over = "Over the budget";

    public string Name => ActivityName;

    public string DisplayName => "Set the cost aside in the member’s budget";

    public string Description => "Sets what the request costs aside in the member’s training budget. What the corporate budget pays needs nothing.";

    public string Category => MemberSteps.Category;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("AllowOver", "It is allowed over the budget", PropertyKind.YesNo, "Put it behind an approval only: whoever decided last stands in the ledger as the one who has allowed it") { Default = false }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => [Committed, Over];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record) is "true" or "True" ? "also over the budget" : "";

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await db.MemberRequests.FindAsync([context.CorrelationId], cancellation) is not { } row || await context.ItemAsync(cancellation) is not { } item)
        {
            throw new ActivityException("The case is not about a training request of a member");
        }

        var request = item.As<MemberTrainingRequest>();
        if (request.Funding.Text != FundingWays.Personal)
        {
            context.Say("The corporate member training budget pays");
            return ActivityResult.Leave(Committed);
        }

        if (await ledger.OpenAsync(row.PersonId, await figures.YearAsync(request, cancellation), cancellation) is not { } budget)
        {
            throw new ActivityException("The member has no training budget in the year of the training");
        }

        OverrideGrant? grant = null;
        if (context.YesNo("AllowOver"))
        {
            var why = (request.OverReason.Text ?? "").Trim();
            grant = new OverrideGrant(
                person.Id ?? throw new ActivityException("Nobody has allowed it, so it cannot be set aside over the budget"), person.Name,
                why.Length == 0 ? row.Title : why.Length <= BudgetEntry.ReasonLength ? why : why[..BudgetEntry.ReasonLength]);
        }

        var result = await ledger.CommitAsync(budget, row.ItemId, request.TotalPence, row.Title, grant, cancellation);
        context.Say(result.IsDone ? $"{Pence.Words(request.TotalPence)} set aside in the member’s budget" : $"It is {Pence.Words(result.NeedsOverride)} over the member’s budget");
        return ActivityResult.Leave(result.IsDone ? Committed : Over);
    }
}

/// <summary>Records what was decided about a member's training request.</summary>
internal sealed class AgreeMemberRequestTask(PortalDb db, BudgetLedger ledger, IEvents events, TimeProvider time) : IActivity
{
    private const string Agreed = nameof(MemberRequestState.Agreed);
    private const string Refused = nameof(MemberRequestState.Refused);

    public string Name => nameof(AgreeMemberRequestTask);

    public string DisplayName => "Record the decision about a member’s training request";

    public string Description => "Says that the training request of the case is agreed or refused.";

    public string Category => MemberSteps.Category;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("Decision", "What is decided", PropertyKind.Choice) { IsRequired = true, Default = Agreed, Choices = [new(Agreed, "Agreed"), new(Refused, "Refused")] }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await db.MemberRequests.FindAsync([context.CorrelationId], cancellation) is not { } row)
        {
            throw new ActivityException("The case is not about a training request of a member");
        }

        var isAgreed = context.Text("Decision") != Refused;
        (row.State, row.DecidedUtc) = (isAgreed ? MemberRequestState.Agreed : MemberRequestState.Refused, time.GetUtcNow().UtcDateTime);
        if (!isAgreed)
        {
            await ledger.ReleaseAsync(row.ItemId, $"{row.Title}: it was refused", cancellation);
        }

        await events.PublishAsync(new MemberTrainingRequestDecided(row.ItemId, row.Title, row.PersonId, isAgreed), cancellation);
        context.Say(isAgreed ? "The request is agreed" : "The request is refused");
        return ActivityResult.Leave("Done");
    }
}
