using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Plans;

/// <summary>A member's personal development plan as lists need it. What it says in fields stands in its content item.</summary>
internal sealed class PlanRow
{
    public const int NoteLength = 4000;

    public required string PersonId { get; init; }

    /// <summary>The member's name when it was last saved.</summary>
    public required string PersonName { get; set; }

    /// <summary>The id of the content item.</summary>
    public required string ItemId { get; init; }

    /// <summary>When it was last completed; null for never.</summary>
    public DateOnly? CompletedOn { get; set; }

    /// <summary>Who reads it and writes a note; null for nobody yet.</summary>
    public string? ReviewerId { get; set; }

    public string ReviewerName { get; set; } = "";

    /// <summary>What the reviewer has written; empty for nothing.</summary>
    public string ReviewNote { get; set; } = "";

    public DateTime? ReviewedUtc { get; set; }

    public DateTime ChangedUtc { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }
}

/// <summary>To what a need belongs.</summary>
internal enum NeedArea
{
    /// <summary>An office or role of the member.</summary>
    Role,

    /// <summary>A priority of the strategic plan.</summary>
    Priority,

    /// <summary>A skill that is useful to all members.</summary>
    Skill,
}

/// <summary>How much something is needed.</summary>
internal enum NeedWeight
{
    /// <summary>Now.</summary>
    High,

    /// <summary>This year.</summary>
    Medium,

    /// <summary>When there is an opportunity.</summary>
    Low,
}

/// <summary>Something that a member needs to learn.</summary>
internal sealed class NeedRow
{
    public const int AboutLength = 200;
    public const int WhatLength = 500;
    public const int WayLength = 100;

    /// <summary>The most needs of a plan.</summary>
    public const int Most = 50;

    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required NeedArea Area { get; init; }

    /// <summary>The role, priority or skill, in its words.</summary>
    public required string About { get; init; }

    /// <summary>What is to be learned.</summary>
    public required string What { get; init; }

    public required NeedWeight Weight { get; init; }

    /// <summary>How the member would like to learn it.</summary>
    public required string Way { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

internal static class PlanTables
{
    extension(PortalDb db)
    {
        public DbSet<PlanRow> MemberPlans => db.Set<PlanRow>();

        public DbSet<NeedRow> MemberNeeds => db.Set<NeedRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<PlanRow>(entity =>
        {
            entity.ToTable("members_plan");
            entity.HasKey(row => row.PersonId);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(TermRow.PersonNameLength);
            entity.Property(row => row.ItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ReviewerId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ReviewerName).HasMaxLength(TermRow.PersonNameLength);
            entity.Property(row => row.ReviewNote).HasMaxLength(PlanRow.NoteLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => row.ReviewerId);
        });
        builder.Entity<NeedRow>(entity =>
        {
            entity.ToTable("members_plan_need");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Area).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.About).HasMaxLength(NeedRow.AboutLength);
            entity.Property(row => row.What).HasMaxLength(NeedRow.WhatLength);
            entity.Property(row => row.Weight).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Way).HasMaxLength(NeedRow.WayLength);
            entity.HasOne<PlanRow>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.Area, row.About });
        });
    }
}
