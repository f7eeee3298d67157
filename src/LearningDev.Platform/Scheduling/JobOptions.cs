namespace LearningDev.Platform.Scheduling;

/// <summary>How this node runs jobs; the configuration's section "Jobs". Beside it, Jobs:{name without spaces}:Schedule gives a job another schedule.</summary>
internal sealed class JobOptions
{
    /// <summary>False to leave jobs to other nodes.</summary>
    public bool Run { get; set; } = true;

    /// <summary>How often nodes on PostgreSQL tell each other that they live. Jobs of a node that is silent for twice as long are taken over.</summary>
    public TimeSpan CheckIn { get; set; } = TimeSpan.FromSeconds(5);
}
