using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Providers;

/// <summary>A published provider as the directory needs it; written when it is published, in the same transaction.</summary>
internal sealed class ProviderEntry
{
    public const int AboutLength = 300;

    public required string ContentItemId { get; init; }

    public string Name { get; set; } = "";

    /// <summary>The last part of its address.</summary>
    public string Slug { get; set; } = "";

    /// <summary>The beginning of what is said about it, as plain words.</summary>
    public string About { get; set; } = "";

    public bool IsRecognised { get; set; }

    /// <summary>How it stands to the council: "in-house", "commissioned", "external", or empty.</summary>
    public string Relation { get; set; } = "";

    /// <summary>Whether it says how it uses an inclusive range of development tools.</summary>
    public bool HasInclusiveTools { get; set; }
}

internal static class ProviderTables
{
    extension(PortalDb db)
    {
        public DbSet<ProviderEntry> Providers => db.Set<ProviderEntry>();
    }

    public static void Map(ModelBuilder builder) => builder.Entity<ProviderEntry>(entity =>
    {
        entity.ToTable("catalogue_provider");
        entity.HasKey(row => row.ContentItemId);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Name).HasMaxLength(255);
        entity.Property(row => row.Slug).HasMaxLength(255);
        entity.Property(row => row.About).HasMaxLength(ProviderEntry.AboutLength);
        entity.Property(row => row.Relation).HasMaxLength(60);
        entity.HasIndex(row => row.Name);
    });
}
