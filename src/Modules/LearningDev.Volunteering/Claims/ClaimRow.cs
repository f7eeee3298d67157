using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Claims;

/// <summary>Where a claim stands.</summary>
internal enum ClaimState
{
    /// <summary>The person is still writing it.</summary>
    Draft,

    /// <summary>It waits for a decision, or was sent back to be changed. Its leave is set aside.</summary>
    Sent,

    /// <summary>The leave is agreed.</summary>
    Agreed,

    /// <summary>It was refused, or nobody decided.</summary>
    Refused,

    /// <summary>The person has withdrawn it.</summary>
    Withdrawn,

    /// <summary>It was agreed, and HR has taken that back.</summary>
    Reversed,
}

/// <summary>A claim as it is counted. What the person has written stands in its content item, which has the same id.</summary>
internal sealed class ClaimRow
{
    public const int NameLength = 201;
    public const int OrganisationLength = 200;
    public const int ReasonLength = 500;

    /// <summary>The id of its content item.</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person's name, so that it stays when they have left.</summary>
    public required string PersonName { get; init; }

    public required ClaimState State { get; set; }

    public string Organisation { get; set; } = "";

    /// <summary>The first day of the leave year whose leave it claims; null until it is sent.</summary>
    public DateOnly? LeaveYearStart { get; set; }

    public int OwnMinutes { get; set; }

    public int LeaveMinutes { get; set; }

    /// <summary>The case that decides about it; null before one is started.</summary>
    public string? CaseId { get; set; }

    /// <summary>Why it was reversed; empty otherwise.</summary>
    public string Reason { get; set; } = "";

    public required DateTime CreatedUtc { get; init; }

    public DateTime? SentUtc { get; set; }

    public DateTime? DecidedUtc { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }
}

/// <summary>A day of own time of a claim.</summary>
internal sealed class OwnTimeRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string ClaimId { get; init; }

    public required string PersonId { get; init; }

    public required DateOnly Day { get; init; }

    public required int Minutes { get; init; }

    /// <summary>True while its claim is sent or agreed: a person's day is counted once.</summary>
    public bool IsCounted { get; set; }
}

/// <summary>What a day of leave is.</summary>
internal enum LeaveState
{
    /// <summary>The person wants to take it then.</summary>
    Planned,

    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>It was recorded or planned, and that was taken back.</summary>
    Removed,
}

/// <summary>A day of leave of a claim.</summary>
internal sealed class LeaveRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string ClaimId { get; init; }

    public required string PersonId { get; init; }

    public required DateOnly Day { get; init; }

    public required int Minutes { get; set; }

    public required LeaveState State { get; set; }

    /// <summary>Who has planned, recorded or removed it.</summary>
    public string ChangedByName { get; set; } = "";

    public DateTime ChangedUtc { get; set; }

    /// <summary>Why it was removed; empty otherwise.</summary>
    public string Reason { get; set; } = "";
}

internal static class VolunteeringTables
{
    extension(PortalDb db)
    {
        public DbSet<ClaimRow> VolunteeringClaims => db.Set<ClaimRow>();

        public DbSet<OwnTimeRow> VolunteeringOwnTime => db.Set<OwnTimeRow>();

        public DbSet<LeaveRow> VolunteeringLeave => db.Set<LeaveRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ClaimRow>(entity =>
        {
            entity.ToTable("volunteering_claim", table =>
            {
                table.HasCheckConstraint("ck_volunteering_claim_own_minutes", "own_minutes >= 0");
                table.HasCheckConstraint("ck_volunteering_claim_leave_minutes", "leave_minutes >= 0");
            });
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(ClaimRow.NameLength);
            entity.Property(row => row.Organisation).HasMaxLength(ClaimRow.OrganisationLength);
            entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Reason).HasMaxLength(ClaimRow.ReasonLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => new { row.PersonId, row.LeaveYearStart });
            entity.HasIndex(row => new { row.LeaveYearStart, row.State });
            entity.HasIndex(row => row.CaseId);
        });
        builder.Entity<OwnTimeRow>(entity =>
        {
            entity.ToTable("volunteering_own_time", table => table.HasCheckConstraint("ck_volunteering_own_time_minutes", "minutes > 0 AND minutes <= 1440"));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ClaimId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.ClaimId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.ClaimId, row.Day }).IsUnique();
            entity.HasIndex(row => new { row.PersonId, row.Day }).IsUnique().HasFilter("is_counted").HasDatabaseName("ix_volunteering_own_time_counted");
        });
        builder.Entity<LeaveRow>(entity =>
        {
            entity.ToTable("volunteering_leave", table => table.HasCheckConstraint("ck_volunteering_leave_minutes", "minutes > 0 AND minutes <= 1440"));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ClaimId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ChangedByName).HasMaxLength(ClaimRow.NameLength);
            entity.Property(row => row.Reason).HasMaxLength(ClaimRow.ReasonLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.HasOne<ClaimRow>().WithMany().HasForeignKey(row => row.ClaimId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.ClaimId, row.Day });
            entity.HasIndex(row => new { row.PersonId, row.Day });
        });
    }
}
