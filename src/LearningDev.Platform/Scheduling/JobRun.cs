using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Scheduling;

/// <summary>One run of a job.</summary>
internal sealed class JobRun
{
    public const int JobLength = 100;
    public const int SaidLength = 1000;

    public long Id { get; init; }

    /// <summary>The job's name.</summary>
    public required string Job { get; init; }

    public required DateTime BeganUtc { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTime? EndedUtc { get; set; }

    public JobOutcome Outcome { get; set; }

    /// <summary>What it said it had done, or what went wrong; empty when there was nothing to do.</summary>
    public string Said { get; set; } = "";

    /// <summary>The node that it ran on.</summary>
    public required string Node { get; init; }
}

/// <summary>How a run of a job ended.</summary>
internal enum JobOutcome
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Done,

    /// <summary>It threw.</summary>
    Failed,

    /// <summary>Its node was stopped in the middle of it.</summary>
    Interrupted,
}

internal static class JobTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<JobRun>(entity =>
        {
            entity.ToTable("platform_job_run");
            entity.Property(row => row.Job).HasMaxLength(JobRun.JobLength);
            entity.Property(row => row.Said).HasMaxLength(JobRun.SaidLength);
            entity.Property(row => row.Node).HasMaxLength(80);
            entity.HasIndex(row => new { row.Job, row.Id });
            entity.HasIndex(row => row.BeganUtc);
        });
        QuartzTables.Map(builder);
    }
}
