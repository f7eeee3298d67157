using LearningDev.Catalogue.Contracts;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Pathways.Completions;

/// <summary>That a person has completed an entry: one row for a person and an entry.</summary>
internal sealed class Completion
{
    public required string PersonId { get; init; }

    public required string ContentItemId { get; init; }

    public DateOnly CompletedOn { get; init; }

    public CompletionSource KnownFrom { get; init; }

    public DateTime RecordedUtc { get; init; }
}

internal static class CompletionTables
{
    extension(PortalDb db)
    {
        public DbSet<Completion> Completions => db.Set<Completion>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<Completion>(entity =>
    {
        entity.ToTable("catalogue_completion");
        entity.HasKey(row => new { row.PersonId, row.ContentItemId });
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
    });
}
