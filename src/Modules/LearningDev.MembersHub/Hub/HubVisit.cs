using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Hub;

/// <summary>When somebody has last looked at the hub. Nobody but that person learns of it.</summary>
internal sealed class HubVisit
{
    public required string PersonId { get; init; }

    /// <summary>When the hub was last looked at, to the minute or so; in UTC.</summary>
    public required DateTime SeenUtc { get; set; }

    /// <summary>When the visit before the present one ended; null on the first.</summary>
    public DateTime? BeforeUtc { get; set; }
}

internal static class HubTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<HubVisit>(entity =>
    {
        entity.ToTable("members_visit");
        entity.HasKey(row => row.PersonId);
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
    });
}
