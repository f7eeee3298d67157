using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Recommending;

/// <summary>An entry that one person has recommended to another. A second time changes it.</summary>
internal sealed class SentRecommendation
{
    public const int LongestNote = 500;

    public string Id { get; init; } = Identifiers.New();

    public required string ContentItemId { get; init; }

    public required string SenderId { get; init; }

    /// <summary>The sender's name when it was sent, so that it stays when the sender has left.</summary>
    public required string SenderName { get; set; }

    public required string RecipientId { get; init; }

    public string Note { get; set; } = "";

    public required DateTime SentUtc { get; set; }
}

internal static class RecommendationTables
{
    extension(PortalDb db)
    {
        public DbSet<SentRecommendation> SentRecommendations => db.Set<SentRecommendation>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<SentRecommendation>(entity =>
    {
        entity.ToTable("catalogue_recommendation");
        entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.SenderId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.SenderName).HasMaxLength(200);
        entity.Property(row => row.RecipientId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Note).HasMaxLength(SentRecommendation.LongestNote);
        entity.HasIndex(row => new { row.RecipientId, row.ContentItemId, row.SenderId }).IsUnique();
        entity.HasIndex(row => new { row.SenderId, row.SentUtc });
    });
}

/// <summary>Somebody has recommended an entry to others. The note is between them and stands in no audit.</summary>
internal sealed record LearningRecommended(string ContentItemId, string Title, IReadOnlyList<string> RecipientIds) : IPortalEvent
{
    public AuditSubject Subject => new("Recommendation", ContentItemId, Title);

    public string Summary => $"Recommended {Title} to {(RecipientIds.Count == 1 ? "1 person" : $"{RecipientIds.Count} people")}";
}

/// <summary>Somebody has taken back a recommendation.</summary>
internal sealed record RecommendationWithdrawn(string ContentItemId, string Title, string RecipientId) : IPortalEvent
{
    public AuditSubject Subject => new("Recommendation", ContentItemId, Title);

    public string Summary => $"Took back the recommendation of {Title}";
}
