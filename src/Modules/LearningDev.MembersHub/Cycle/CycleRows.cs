using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Cycle;

/// <summary>A step of a cycle that is done.</summary>
internal sealed class CycleDoneRow
{
    public const int KeyLength = 60;
    public const int NameLength = 201;
    public const int ReferenceLength = 300;

    /// <summary>The election with which the cycle begins, by its year.</summary>
    public required int ElectionYear { get; init; }

    /// <summary>The step's key.</summary>
    public required string StepKey { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly DoneOn { get; set; }

    /// <summary>Where it can be read, for example a minute's number; may be empty.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Who has recorded it.</summary>
    public required string RecordedByName { get; set; }

    public required DateTime RecordedUtc { get; set; }
}

/// <summary>Where the agreeing of a document stands.</summary>
internal enum DocumentState
{
    /// <summary>It goes from one body to the next.</summary>
    Sent,

    /// <summary>All have agreed, and it is published.</summary>
    Agreed,

    /// <summary>It went back to be changed, or its case ended otherwise. It can be sent again.</summary>
    Back,
}

/// <summary>A document that was sent to be agreed.</summary>
internal sealed class CycleDocumentRow
{
    /// <summary>The id of its content item.</summary>
    public required string Id { get; init; }

    public required string Title { get; set; }

    public required DocumentState State { get; set; }

    public required string CaseId { get; set; }

    public required DateTime SentUtc { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }
}

internal static class CycleTables
{
    private const int TitleLength = 300;

    extension(PortalDb db)
    {
        public DbSet<CycleDoneRow> MemberCycleDone => db.Set<CycleDoneRow>();

        public DbSet<CycleDocumentRow> MemberCycleDocuments => db.Set<CycleDocumentRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<CycleDoneRow>(entity =>
        {
            entity.ToTable("members_cycle_done");
            entity.HasKey(row => new { row.ElectionYear, row.StepKey });
            entity.Property(row => row.StepKey).HasMaxLength(CycleDoneRow.KeyLength);
            entity.Property(row => row.Reference).HasMaxLength(CycleDoneRow.ReferenceLength);
            entity.Property(row => row.RecordedByName).HasMaxLength(CycleDoneRow.NameLength);
        });
        builder.Entity<CycleDocumentRow>(entity =>
        {
            entity.ToTable("members_cycle_document");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Title).HasMaxLength(TitleLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => row.CaseId);
        });
    }
}
