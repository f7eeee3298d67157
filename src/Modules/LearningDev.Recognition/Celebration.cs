using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Recognition;

/// <summary>Where a celebration stands.</summary>
internal enum CelebrationState
{
    /// <summary>A moderator has to read it before others do.</summary>
    Waiting,

    /// <summary>It is on the wall.</summary>
    Shown,

    /// <summary>It has been taken off the wall, for good.</summary>
    TakenDown,
}

/// <summary>What somebody has written to celebrate a colleague's learning (REC-01).</summary>
internal sealed class Celebration
{
    public const int LongestLearning = 200;
    public const int LongestMessage = 500;

    /// <summary>The longest name of a person: given name, space, family name.</summary>
    public const int LongestName = 201;

    public string Id { get; init; } = Identifiers.New();

    public required string RecipientId { get; init; }

    /// <summary>The recipient's name when it was written, so that it stays when the person has left.</summary>
    public required string RecipientName { get; init; }

    /// <summary>The recipient's team, service or directorate when it was written; may be empty.</summary>
    public required string RecipientUnit { get; init; }

    public required string SenderId { get; init; }

    public required string SenderName { get; init; }

    /// <summary>What the colleague has learned or completed, up to <see cref="LongestLearning"/> characters.</summary>
    public required string Learning { get; init; }

    /// <summary>Why it is worth celebrating, up to <see cref="LongestMessage"/> characters.</summary>
    public required string Message { get; init; }

    public required DateTime SentUtc { get; init; }

    public required CelebrationState State { get; set; }

    /// <summary>When it came onto the wall; null as long as it never did.</summary>
    public DateTime? ShownUtc { get; set; }

    /// <summary>True when a moderator has let it onto the wall or kept it there: reports do not take it off any more.</summary>
    public bool IsApproved { get; set; }

    /// <summary>Why a moderator has taken it down; empty otherwise.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>That somebody applauds a celebration; once each.</summary>
internal sealed class Applause
{
    public required string CelebrationId { get; init; }

    public required string PersonId { get; init; }
}

/// <summary>That somebody finds a celebration out of place; once each.</summary>
internal sealed class CelebrationReport
{
    public const int LongestReason = 300;

    public required string CelebrationId { get; init; }

    public required string PersonId { get; init; }

    public required string Reason { get; init; }

    public required DateTime ReportedUtc { get; init; }

    /// <summary>True when a moderator has kept the celebration on the wall in spite of it.</summary>
    public bool IsSettled { get; set; }
}

/// <summary>That somebody does not want to be celebrated on the wall.</summary>
internal sealed class KeptOff
{
    public required string PersonId { get; init; }

    public required DateTime SinceUtc { get; init; }
}

internal static class RecognitionTables
{
    extension(PortalDb db)
    {
        public DbSet<Celebration> Celebrations => db.Set<Celebration>();

        public DbSet<Applause> Applause => db.Set<Applause>();

        public DbSet<CelebrationReport> CelebrationReports => db.Set<CelebrationReport>();

        public DbSet<KeptOff> KeptOff => db.Set<KeptOff>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Celebration>(entity =>
        {
            entity.ToTable("recognition_celebration");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.RecipientId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.RecipientName).HasMaxLength(Celebration.LongestName);
            entity.Property(row => row.RecipientUnit).HasMaxLength(200);
            entity.Property(row => row.SenderId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.SenderName).HasMaxLength(Celebration.LongestName);
            entity.Property(row => row.Learning).HasMaxLength(Celebration.LongestLearning);
            entity.Property(row => row.Message).HasMaxLength(Celebration.LongestMessage);
            entity.Property(row => row.Reason).HasMaxLength(CelebrationReport.LongestReason);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.HasIndex(row => new { row.State, row.ShownUtc });
            entity.HasIndex(row => new { row.SenderId, row.SentUtc });
            entity.HasIndex(row => row.RecipientId);
        });
        builder.Entity<Applause>(entity =>
        {
            entity.ToTable("recognition_applause");
            entity.HasKey(row => new { row.CelebrationId, row.PersonId });
            entity.Property(row => row.CelebrationId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasOne<Celebration>().WithMany().HasForeignKey(row => row.CelebrationId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CelebrationReport>(entity =>
        {
            entity.ToTable("recognition_report");
            entity.HasKey(row => new { row.CelebrationId, row.PersonId });
            entity.Property(row => row.CelebrationId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Reason).HasMaxLength(CelebrationReport.LongestReason);
            entity.HasOne<Celebration>().WithMany().HasForeignKey(row => row.CelebrationId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<KeptOff>(entity =>
        {
            entity.ToTable("recognition_kept_off");
            entity.HasKey(row => row.PersonId);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        });
    }
}

/// <summary>Somebody has celebrated a colleague's learning. What was written stands in no audit.</summary>
internal sealed record LearningCelebrated(string Id, string RecipientName, bool IsShown) : IPortalEvent
{
    public AuditSubject Subject => new("Celebration", Id, RecipientName);

    public string Summary => $"Celebrated the learning of {RecipientName}{(IsShown ? "" : ", to be read by a moderator")}";
}

/// <summary>A moderator has let a celebration onto the wall, or has kept it there.</summary>
internal sealed record CelebrationApproved(string Id, string RecipientName) : IPortalEvent
{
    public AuditSubject Subject => new("Celebration", Id, RecipientName);

    public string Summary => $"Approved the celebration of {RecipientName}";
}

/// <summary>A celebration has been taken off the wall by a moderator, by the person it is about, or by who wrote it.</summary>
internal sealed record CelebrationTakenDown(string Id, string RecipientName, string Why) : IPortalEvent
{
    public AuditSubject Subject => new("Celebration", Id, RecipientName);

    public string Summary => $"Took down the celebration of {RecipientName}";

    public string Reason => Why;
}

/// <summary>Somebody has reported a celebration to the moderators.</summary>
internal sealed record CelebrationReported(string Id, string RecipientName, bool IsHidden) : IPortalEvent
{
    public AuditSubject Subject => new("Celebration", Id, RecipientName);

    public string Summary => $"Reported the celebration of {RecipientName}{(IsHidden ? ", which is off the wall until a moderator has read it" : "")}";
}

/// <summary>Somebody has applauded a celebration, or does so no more.</summary>
internal sealed record CelebrationApplauded(string Id, string RecipientName, bool IsApplauded) : IPortalEvent
{
    public AuditSubject Subject => new("Celebration", Id, RecipientName);

    public string Summary => IsApplauded ? $"Applauded the celebration of {RecipientName}" : $"Took back the applause for {RecipientName}";
}

/// <summary>Somebody has chosen whether colleagues can celebrate them on the wall.</summary>
internal sealed record KeepingOffChosen(string PersonId, string PersonName, bool IsKeptOff) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, PersonName);

    public string Summary => IsKeptOff ? "Chose not to be on the recognition wall" : "Chose to be on the recognition wall again";
}
