using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Bin;

/// <summary>An item in the bin. Its versions are kept; none of them is the latest or published.</summary>
internal sealed class BinnedItem
{
    /// <summary>The item's id.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>The item's type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The item's name when it was removed.</summary>
    public required string DisplayText { get; init; }

    /// <summary>The id of the version that was the latest.</summary>
    public required string VersionId { get; init; }

    /// <summary>Whether a version was published.</summary>
    public bool WasPublished { get; init; }

    /// <summary>When it was removed.</summary>
    public required DateTime RemovedUtc { get; init; }

    /// <summary>The user name of whoever removed it; null for the portal.</summary>
    public string? RemovedBy { get; init; }
}

internal static class BinTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<BinnedItem>(entity =>
    {
        entity.ToTable("content_bin");
        entity.HasKey(row => row.ContentItemId);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentType).HasMaxLength(100);
        entity.Property(row => row.DisplayText).HasMaxLength(255);
        entity.Property(row => row.VersionId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.RemovedBy).HasMaxLength(256);
        entity.HasIndex(row => row.RemovedUtc);
    });
}
