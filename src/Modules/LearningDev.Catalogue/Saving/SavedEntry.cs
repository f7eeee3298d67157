using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Saving;

/// <summary>An entry that a person has saved for later.</summary>
internal sealed class SavedEntry
{
    public required string PersonId { get; init; }

    public required string ContentItemId { get; init; }

    public required DateTime SavedUtc { get; init; }
}

internal static class SavedTables
{
    extension(PortalDb db)
    {
        public DbSet<SavedEntry> SavedEntries => db.Set<SavedEntry>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<SavedEntry>(entity =>
    {
        entity.ToTable("catalogue_saved");
        entity.HasKey(row => new { row.PersonId, row.ContentItemId });
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.HasIndex(row => new { row.PersonId, row.SavedUtc });
        entity.HasIndex(row => row.ContentItemId);
    });
}

/// <summary>Somebody has saved an entry for later.</summary>
internal sealed record LearningSaved(string ContentItemId, string Title) : IPortalEvent
{
    public AuditSubject Subject => new("Saved learning", ContentItemId, Title);

    public string Summary => $"Saved {Title} for later";
}

/// <summary>Somebody has taken an entry off the list of what is saved for later.</summary>
internal sealed record SavedLearningRemoved(string ContentItemId, string Title) : IPortalEvent
{
    public AuditSubject Subject => new("Saved learning", ContentItemId, Title);

    public string Summary => $"Took {Title} off what is saved for later";
}
