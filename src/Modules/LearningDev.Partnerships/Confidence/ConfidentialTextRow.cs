using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Confidence;

/// <summary>Words that only their readers may read, encrypted.</summary>
internal sealed class ConfidentialTextRow
{
    public string Id { get; init; } = Identifiers.New();

    /// <summary>The name of the key that they were encrypted with.</summary>
    public required string KeyId { get; set; }

    public required byte[] Words { get; set; }

    public required DateTime ChangedUtc { get; set; }

    /// <summary>Who has changed them last; empty for the portal itself.</summary>
    public required string ChangedById { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }
}

/// <summary>Somebody who may read words.</summary>
internal sealed class ConfidentialReaderRow
{
    public required string TextId { get; init; }

    public required string PersonId { get; init; }
}

internal static class ConfidentialTables
{
    private const int KeyLength = 200;

    extension(PortalDb db)
    {
        public DbSet<ConfidentialTextRow> ConfidentialTexts => db.Set<ConfidentialTextRow>();

        public DbSet<ConfidentialReaderRow> ConfidentialReaders => db.Set<ConfidentialReaderRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ConfidentialTextRow>(entity =>
        {
            entity.ToTable("partnerships_text");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.KeyId).HasMaxLength(KeyLength);
            entity.Property(row => row.ChangedById).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => row.ChangedUtc);
        });
        builder.Entity<ConfidentialReaderRow>(entity =>
        {
            entity.ToTable("partnerships_text_reader");
            entity.HasKey(row => new { row.TextId, row.PersonId });
            entity.Property(row => row.TextId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasOne<ConfidentialTextRow>().WithMany().HasForeignKey(row => row.TextId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => row.PersonId);
        });
    }
}
