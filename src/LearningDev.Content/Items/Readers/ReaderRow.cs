using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items.Readers;

/// <summary>A role or a group that reads an item which is not for everybody. It is kept for what is in the bin too.</summary>
internal sealed class ReaderRow
{
    public const int ReaderLength = 256;

    public required string ContentItemId { get; init; }

    /// <summary>The name of the role or the key of the group.</summary>
    public required string Reader { get; init; }

    /// <summary>True for a reader of the latest version, or of the last one of what is in the bin.</summary>
    public bool IsLatest { get; set; }

    /// <summary>True for a reader of the published version.</summary>
    public bool IsPublished { get; set; }
}

internal static class ReaderTables
{
    public const string Readers = "content_reader";

    public static void Map(ModelBuilder builder) => builder.Entity<ReaderRow>(entity =>
    {
        entity.ToTable(Readers);
        entity.HasKey(row => new { row.ContentItemId, row.Reader });
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Reader).HasMaxLength(ReaderRow.ReaderLength);
    });
}
