using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Partnerships.Suiting;

/// <summary>Somebody has declared that they cannot work with somebody else in confidence. Nobody but they themselves sees it.</summary>
internal sealed class ConflictRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string DeclaredById { get; init; }

    public required string OtherId { get; init; }

    public required DateTime DeclaredUtc { get; init; }
}

internal static class ConflictTables
{
    extension(PortalDb db)
    {
        public DbSet<ConflictRow> PartnershipConflicts => db.Set<ConflictRow>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<ConflictRow>(entity =>
    {
        entity.ToTable("partnerships_conflict");
        entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.DeclaredById).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.OtherId).HasMaxLength(Identifiers.MaximumLength);
        entity.HasIndex(row => new { row.DeclaredById, row.OtherId }).IsUnique();
        entity.HasIndex(row => row.OtherId);
    });
}
