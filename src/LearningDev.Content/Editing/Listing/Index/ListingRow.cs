using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Listing.Index;

/// <summary>What the editors' list knows of an item that is not in the bin: no more than it filters and orders by.</summary>
internal sealed class ListingRow
{
    /// <summary>The day of an item that nobody has to review: later than all others, so that it comes last on both databases.</summary>
    public static readonly DateOnly NoReview = new(9000, 1, 1);

    public required string ContentItemId { get; init; }

    public required string ContentType { get; init; }

    public ItemState State { get; set; }

    public string Title { get; set; } = "";

    /// <summary>The title in small letters of every alphabet, which SQLite cannot make.</summary>
    public string Words { get; set; } = "";

    public DateTime SavedUtc { get; set; }

    /// <summary>The user name of whoever saved the latest version.</summary>
    public string? Author { get; set; }

    /// <summary>The id of whoever answers for the item; null for nobody.</summary>
    public string? OwnerId { get; set; }

    /// <summary>The day by which it is looked at again.</summary>
    public DateOnly ReviewBy { get; set; } = NoReview;
}

/// <summary>A term that an item is filed under.</summary>
internal sealed class ListingTopic
{
    public required string TermId { get; init; }

    public required string ContentItemId { get; init; }
}

internal static class ListingTables
{
    public const string Rows = "content_listing";
    public const string Topics = "content_listing_topic";

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ListingRow>(entity =>
        {
            entity.ToTable(Rows);
            entity.HasKey(row => row.ContentItemId);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentType).HasMaxLength(100);
            entity.Property(row => row.Title).HasMaxLength(255);
            entity.Property(row => row.Words).HasMaxLength(255);
            entity.Property(row => row.Author).HasMaxLength(256);
            entity.Property(row => row.OwnerId).HasMaxLength(Identifiers.MaximumLength);

            // The columns after the order let a page be found in the index alone.
            entity.HasIndex(row => new { row.SavedUtc, row.ContentItemId, row.State, row.ContentType }, "content_listing_by_saved");
            entity.HasIndex(row => new { row.Words, row.ContentItemId, row.State, row.ContentType }, "content_listing_by_title");
            entity.HasIndex(row => new { row.ReviewBy, row.ContentItemId, row.State, row.ContentType }, "content_listing_by_review");
            entity.HasIndex(row => new { row.ContentType, row.State }, "content_listing_by_type");
            entity.HasIndex(row => new { row.OwnerId, row.State, row.ContentType, row.ReviewBy }, "content_listing_by_owner");
            entity.HasIndex(row => new { row.Author, row.State, row.ContentType }, "content_listing_by_author");
        });
        builder.Entity<ListingTopic>(entity =>
        {
            entity.ToTable(Topics);
            entity.HasKey(row => new { row.TermId, row.ContentItemId });
            entity.Property(row => row.TermId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasIndex(row => row.ContentItemId);
        });
    }
}
