using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media;

/// <summary>The tables of the media library.</summary>
internal static class MediaTables
{
    public const string Variants = "content_media_variant";
    public const string Uses = "content_media_use";

    private const int HashLength = 64;
    private const int UserNameLength = 256;

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<MediaFile>(entity =>
        {
            entity.ToTable("content_media");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Path).HasMaxLength(MediaFile.PathLength);
            entity.Property(row => row.Folder).HasMaxLength(MediaFile.PathLength);
            entity.Property(row => row.ContentType).HasMaxLength(100);
            entity.Property(row => row.Hash).HasMaxLength(HashLength);
            entity.Property(row => row.SourceHash).HasMaxLength(HashLength);
            entity.Property(row => row.BlobId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.AlternativeText).HasMaxLength(MediaFile.AlternativeTextLength);
            entity.Property(row => row.AddedBy).HasMaxLength(UserNameLength);
            entity.Property(row => row.ModifiedBy).HasMaxLength(UserNameLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => row.Path).IsUnique();
            entity.HasIndex(row => new { row.Folder, row.ModifiedUtc });
        });
        builder.Entity<MediaAlias>(entity =>
        {
            entity.ToTable("content_media_alias");
            entity.HasKey(row => row.Path);
            entity.Property(row => row.Path).HasMaxLength(MediaFile.PathLength);
            entity.Property(row => row.FileId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasIndex(row => row.FileId);
        });
        builder.Entity<MediaFolder>(entity =>
        {
            entity.ToTable("content_media_folder");
            entity.HasKey(row => row.Path);
            entity.Property(row => row.Path).HasMaxLength(MediaFile.PathLength);
        });
        builder.Entity<MediaChunk>(entity =>
        {
            entity.ToTable("content_media_chunk");
            entity.HasKey(row => new { row.BlobId, row.Number });
            entity.Property(row => row.BlobId).HasMaxLength(Identifiers.MaximumLength);
        });
        builder.Entity<MediaVariant>(entity =>
        {
            entity.ToTable(Variants);
            entity.HasKey(row => new { row.BlobId, row.Width });
            entity.Property(row => row.BlobId).HasMaxLength(Identifiers.MaximumLength);
        });
        builder.Entity<MediaCaptions>(entity =>
        {
            entity.ToTable("content_media_captions");
            entity.HasKey(row => new { row.FileId, row.Language });
            entity.Property(row => row.FileId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Language).HasMaxLength(35);
        });
        builder.Entity<MediaUse>(entity =>
        {
            entity.ToTable(Uses);
            entity.HasKey(row => new { row.ContentItemId, row.Path });
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Path).HasMaxLength(MediaFile.PathLength);
            entity.HasIndex(row => row.Path);
        });
    }
}
