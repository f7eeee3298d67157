using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Pathways;

/// <summary>A published programme's steps; written when the programme is published, in the same transaction.</summary>
internal sealed class PathwayPlan
{
    public required string ContentItemId { get; init; }

    /// <summary>How many of the optional steps are wanted.</summary>
    public int OptionalWanted { get; set; }

    /// <summary>The steps in their order.</summary>
    public List<PathwayStep> Steps { get; set; } = [];
}

/// <summary>An entry's place in a programme.</summary>
internal sealed class PathwayStep
{
    public string PathwayId { get; init; } = "";

    public required string ContentItemId { get; init; }

    public int Position { get; init; }

    public bool IsOptional { get; init; }
}

internal static class PathwayTables
{
    extension(PortalDb db)
    {
        public DbSet<PathwayPlan> Pathways => db.Set<PathwayPlan>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<PathwayPlan>(entity =>
        {
            entity.ToTable("catalogue_pathway");
            entity.HasKey(row => row.ContentItemId);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasMany(row => row.Steps).WithOne().HasForeignKey(step => step.PathwayId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PathwayStep>(entity =>
        {
            entity.ToTable("catalogue_pathway_step");
            entity.HasKey(row => new { row.PathwayId, row.ContentItemId });
            entity.Property(row => row.PathwayId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        });
    }
}
