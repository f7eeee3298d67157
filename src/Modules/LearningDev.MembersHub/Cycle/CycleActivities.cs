using System.Text.Json.Nodes;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.MembersHub.Cycle;

/// <summary>Begins the workflow that has a strategy or plan for members agreed, when it is sent (MEM-07).</summary>
internal sealed class MemberDocumentSentEvent : IActivity
{
    public const string ActivityName = nameof(MemberDocumentSentEvent);

    public string Name => ActivityName;

    public string DisplayName => "A strategy or plan for members is sent to be agreed";

    public string Description => "Begins when Democratic Services send a strategy, an induction plan or a development plan to be agreed.";

    public string Category => MemberSteps.Category;

    public ActivityKind Kind => ActivityKind.Event;

    // So that the designer knows whose fields conditions and placeholders can name.
    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("ContentTypeFilter", "Content types", PropertyKind.ContentTypes, "Leave it as it is") { IsRequired = true, Default = new JsonArray(nameof(MemberDevelopmentDocument)) }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => "";

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}

/// <summary>Records in the timeline of the electoral cycle that somebody has agreed a document (MEM-07).</summary>
internal sealed class RecordSignOffTask(CycleSigning signing, ISettings settings) : IActivity
{
    public string Name => nameof(RecordSignOffTask);

    public string DisplayName => "Record who has agreed";

    public string Description => "Records in the timeline of the electoral cycle that the document was agreed today.";

    public string Category => MemberSteps.Category;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Body", "Who has agreed", PropertyKind.Choice)
        {
            IsRequired = true,
            Choices = [new(nameof(SigningBody.WorkingGroup), "The working group"), new(nameof(SigningBody.LeadershipTeam), "The leadership team"), new(nameof(SigningBody.StandardsCommittee), "The standards committee")],
            Default = nameof(SigningBody.WorkingGroup),
        },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await context.ItemAsync(cancellation) is not { } item || !Enum.TryParse<SigningBody>(context.Text("Body"), out var body) || !await signing.AgreedAsync(item, body, cancellation))
        {
            throw new ActivityException("The case is not about a strategy or plan for members that says which it is");
        }

        context.Say($"{(await settings.GetAsync<MemberCycleSettings>(cancellation)).NameOf(body)} has agreed");
        return ActivityResult.Leave("Done");
    }
}
