using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>A review of a published item; written when the item is published, in the same transaction.</summary>
internal sealed class ReviewRow
{
    public const int KindLength = 40;
    public const int QualityLength = 200;

    public required string ContentItemId { get; init; }

    /// <summary>The <see cref="IReviewKind.Name"/>.</summary>
    public required string Kind { get; init; }

    public required string ContentType { get; set; }

    public string Title { get; set; } = "";

    public string? OwnerId { get; set; }

    public DateOnly? ReviewBy { get; set; }

    public bool HasSource { get; set; }

    public string Quality { get; set; } = "";

    /// <summary>What somebody has been told of last.</summary>
    public ReviewStage Told { get; set; }

    /// <summary>When somebody was told last.</summary>
    public DateOnly? ToldOn { get; set; }
}

/// <summary>How far a review has come, of which somebody is told.</summary>
internal enum ReviewStage
{
    None,

    /// <summary>The day is near.</summary>
    Coming,

    Overdue,

    /// <summary>It has been overdue for so long that others than the owner are told.</summary>
    LongOverdue,
}

internal static class ReviewTables
{
    extension(PortalDb db)
    {
        public DbSet<ReviewRow> Reviews => db.Set<ReviewRow>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<ReviewRow>(entity =>
    {
        entity.ToTable("content_review");
        entity.HasKey(row => new { row.ContentItemId, row.Kind });
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Kind).HasMaxLength(ReviewRow.KindLength);
        entity.Property(row => row.ContentType).HasMaxLength(100);
        entity.Property(row => row.Title).HasMaxLength(255);
        entity.Property(row => row.OwnerId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Quality).HasMaxLength(ReviewRow.QualityLength);
        entity.HasIndex(row => row.ReviewBy);
        entity.HasIndex(row => row.OwnerId);
    });
}
