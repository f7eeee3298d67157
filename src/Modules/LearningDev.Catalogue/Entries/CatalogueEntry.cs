using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Entries;

/// <summary>A published entry as lists, rules and reports need it; written when the entry is published, in the same transaction.</summary>
internal sealed class CatalogueEntry
{
    public required string ContentItemId { get; init; }

    public required string ContentType { get; set; }

    public string Title { get; set; } = "";

    /// <summary>The last part of the entry's address.</summary>
    public string Slug { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>The kind within the content type, for example "webinar", or empty.</summary>
    public string SubKind { get; set; } = "";

    public string Classification { get; set; } = "";

    /// <summary>The formats, divided by spaces.</summary>
    public string Formats { get; set; } = "";

    /// <summary>Whom it is for, divided by spaces.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The ids of its topics, divided by spaces, with one before the first and after the last.</summary>
    public string Topics { get; set; } = "";

    public string Pillar { get; set; } = "";

    public int? DurationMinutes { get; set; }

    public string DurationNote { get; set; } = "";

    public decimal? CostFrom { get; set; }

    public decimal? CostTo { get; set; }

    public string FundedBy { get; set; } = "";

    public int? QualificationLevel { get; set; }

    public string? ProviderId { get; set; }

    public string? OwnerId { get; set; }

    public string QualityAssurance { get; set; } = "";

    public DateOnly? ReviewBy { get; set; }

    public DateTime PublishedUtc { get; set; }

    /// <summary>What lists show of the fields that editors have added, a line for each.</summary>
    public string OwnFacts { get; set; } = "";

    /// <summary>True when only some roles may see the entry.</summary>
    public bool IsRestricted { get; set; }
}

internal static class CatalogueTables
{
    extension(PortalDb db)
    {
        public DbSet<CatalogueEntry> CatalogueEntries => db.Set<CatalogueEntry>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<CatalogueEntry>(entity =>
    {
        entity.ToTable("catalogue_entry");
        entity.HasKey(row => row.ContentItemId);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentType).HasMaxLength(100);
        entity.Property(row => row.Title).HasMaxLength(255);
        entity.Property(row => row.Slug).HasMaxLength(255);
        entity.Property(row => row.SubKind).HasMaxLength(60);
        entity.Property(row => row.Classification).HasMaxLength(60);
        entity.Property(row => row.Pillar).HasMaxLength(60);
        entity.Property(row => row.FundedBy).HasMaxLength(60);
        entity.Property(row => row.QualityAssurance).HasMaxLength(60);
        entity.Property(row => row.CostFrom).HasPrecision(12, 2);
        entity.Property(row => row.CostTo).HasPrecision(12, 2);
        entity.HasIndex(row => row.Slug).IsUnique();
        entity.HasIndex(row => row.PublishedUtc);
        entity.HasIndex(row => row.ReviewBy);
    });
}
