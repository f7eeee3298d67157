using LearningDev.Content.Definitions;
using LearningDev.Content.Definitions.History;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Editing.Scheduling;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

internal static class ContentTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ContentItemRow>(entity =>
        {
            entity.ToTable("content_item");
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentItemVersionId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentType).HasMaxLength(100);
            entity.Property(row => row.DisplayText).HasMaxLength(255);
            entity.Property(row => row.Owner).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Author).HasMaxLength(256);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.Property(row => row.Note).HasMaxLength(ContentNote.MaximumLength);
            entity.Property(row => row.ArchivedBy).HasMaxLength(256);
            entity.HasIndex(row => row.ContentItemVersionId).IsUnique();
            entity.HasIndex(row => new { row.ContentItemId, row.Number }, "content_item_versions").IsUnique();
            entity.HasIndex(row => row.ContentItemId, "content_item_latest").IsUnique().HasFilter("latest");
            entity.HasIndex(row => row.ContentItemId, "content_item_published").IsUnique().HasFilter("published");
            entity.HasIndex(row => new { row.ContentType, row.ModifiedUtc }, "content_item_by_type").HasFilter("latest");
            entity.HasIndex(row => new { row.ContentType, row.Id }, "content_item_versions_by_type");
        });
        builder.Entity<ContentRoute>(entity =>
        {
            entity.ToTable("content_route");
            entity.HasKey(row => row.Path);
            entity.Property(row => row.Path).HasMaxLength(AutoroutePart.MaximumLength);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasIndex(row => row.ContentItemId);
        });
        builder.Entity<DefinitionRow>(entity =>
        {
            entity.ToTable("content_definition");
            entity.HasKey(row => new { row.Kind, row.Name });
            entity.Property(row => row.Kind).HasMaxLength(10);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.Version).IsConcurrencyToken();
        });
        builder.Entity<DefinitionVersion>(entity =>
        {
            entity.ToTable("content_definition_version");
            entity.HasKey(row => new { row.Kind, row.Name, row.Version });
            entity.Property(row => row.Kind).HasMaxLength(10);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.PersonName).HasMaxLength(200);
            entity.Property(row => row.What).HasMaxLength(DefinitionVersion.LongestWhat);
        });
        UpkeepTables.Map(builder);
        BinTables.Map(builder);
        PlannedChangeTables.Map(builder);
        SearchTables.Map(builder);
    }
}
