using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.ForYou;

/// <summary>An entry of which a person has said "not this": it is not recommended to the person any more.</summary>
internal sealed class Dismissal
{
    public required string PersonId { get; init; }

    public required string ContentItemId { get; init; }

    public required DateTime DismissedUtc { get; init; }
}

internal static class DismissalTables
{
    extension(PortalDb db)
    {
        public DbSet<Dismissal> Dismissals => db.Set<Dismissal>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<Dismissal>(entity =>
    {
        entity.ToTable("catalogue_dismissal");
        entity.HasKey(row => new { row.PersonId, row.ContentItemId });
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.HasIndex(row => new { row.PersonId, row.DismissedUtc });
    });
}

/// <summary>Somebody has said of a recommended entry "not this".</summary>
internal sealed record RecommendationDismissed(string ContentItemId, string Title) : IPortalEvent
{
    public AuditSubject Subject => new("Recommendation", ContentItemId, Title);

    public string Summary => $"Set aside the recommendation of {Title}";
}

/// <summary>Somebody wants an entry to be recommended again that they had set aside.</summary>
internal sealed record DismissalUndone(string ContentItemId, string Title) : IPortalEvent
{
    public AuditSubject Subject => new("Recommendation", ContentItemId, Title);

    public string Summary => $"Let {Title} be recommended again";
}
