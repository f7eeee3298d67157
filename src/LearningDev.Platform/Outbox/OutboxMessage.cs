using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Outbox;

/// <summary>A message of the outbox.</summary>
internal sealed class OutboxMessage
{
    public const int KeyLength = 200;
    public const int KindLength = 40;
    public const int AboutLength = 200;
    public const int ErrorLength = 1000;

    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>What makes the message one of its kind.</summary>
    public required string Key { get; init; }

    /// <summary>What an administrator may know of it, for example "m…@council.example"; empty when there is nothing to say.</summary>
    public string About { get; init; } = "";

    /// <summary>The message as encrypted JSON; null once nobody needs it any more.</summary>
    public string? Payload { get; set; }

    public OutboxState State { get; set; }

    /// <summary>How often its delivery has been begun since it was put here or an administrator asked for it to be tried again.</summary>
    public int Attempts { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime NextAttemptUtc { get; set; }

    /// <summary>The node that has taken the message to deliver it; null while nobody has.</summary>
    public string? LeaseBy { get; set; }

    /// <summary>When another node may take it over; null while nobody has it.</summary>
    public DateTime? LeaseUntilUtc { get; set; }

    /// <summary>When it was delivered, set aside or given up; null before.</summary>
    public DateTime? EndedUtc { get; set; }

    /// <summary>Why it is not delivered, in words for administrators; empty when nothing is wrong.</summary>
    public string LastError { get; set; } = "";

    /// <summary>Who did what caused the message; null for the portal itself.</summary>
    public string? PersonId { get; init; }

    /// <summary>The trace (W3C Trace Context) in which it was put here; null outside of one.</summary>
    public string? TraceId { get; init; }
}

/// <summary>Where a message of the outbox stands.</summary>
internal enum OutboxState
{
    /// <summary>It waits for its time or for a node.</summary>
    Waiting,

    /// <summary>A node is delivering it, or died while doing so.</summary>
    Sending,

    /// <summary>It was delivered.</summary>
    Delivered,

    /// <summary>It was handed over, but the portal was stopped before the answer came. It is not sent again unless an administrator says so.</summary>
    InDoubt,

    /// <summary>It cannot be delivered, or was tried too often.</summary>
    Failed,

    /// <summary>An administrator has given it up.</summary>
    GivenUp,
}

internal static class OutboxTables
{
    public const string Messages = "platform_outbox";

    public static void Map(ModelBuilder builder) => builder.Entity<OutboxMessage>(entity =>
    {
        entity.ToTable(Messages);
        entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Kind).HasMaxLength(OutboxMessage.KindLength);
        entity.Property(row => row.Key).HasMaxLength(OutboxMessage.KeyLength);
        entity.Property(row => row.About).HasMaxLength(OutboxMessage.AboutLength);
        entity.Property(row => row.LastError).HasMaxLength(OutboxMessage.ErrorLength);
        entity.Property(row => row.LeaseBy).HasMaxLength(80);
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.TraceId).HasMaxLength(32);
        entity.HasIndex(row => row.Key).IsUnique();
        entity.HasIndex(row => new { row.State, row.Kind, row.NextAttemptUtc });
        entity.HasIndex(row => new { row.CreatedUtc, row.Id });
    });
}
