using System.Text.Json.Serialization;
using LearningDev.Platform.Events;
using LearningDev.Platform.Outbox;

namespace LearningDev.Platform.Scheduling;

/// <summary>An administrator has had a job run now.</summary>
/// <param name="Job">The job's name.</param>
public sealed record JobAsked(string Job) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Job", Job, Job);

    /// <inheritdoc />
    public string Summary => $"Had the job {Job} run now";
}

/// <summary>The message that has a job run now.</summary>
/// <param name="Job">The job's name.</param>
internal sealed record RunJob(string Job) : IDescribedMessage
{
    /// <inheritdoc />
    [JsonIgnore]
    public string Description => Job;
}

/// <summary>Hands the wish over to the schedule, which knows whether the job is running already and which node is free.</summary>
internal sealed class RunJobHandler(JobSchedule schedule) : IOutboxHandler<RunJob>
{
    public Task DeliverAsync(RunJob message, OutboxDelivery delivery, CancellationToken cancellation) => schedule.RunNowAsync(message.Job, cancellation);
}
