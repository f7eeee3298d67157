using LearningDev.Content.Items;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.Upkeep;

/// <summary>Bringing items forward to a change of their types, batch by batch: in the transaction of the change when they are few, and in the background when they are many.</summary>
internal sealed class DefinitionWork
{
    public const int LongestAbout = 300;

    public required string Id { get; init; }

    /// <summary>What is done, as pages and the audit say it, for example "The field Dress code of Course became One choice of a list".</summary>
    public required string About { get; init; }

    /// <summary>The names of the types, divided by spaces.</summary>
    public required string Types { get; init; }

    /// <summary>What is done with each item, as JSON of <see cref="ItemChange"/>; empty when only indexes are written anew.</summary>
    public string Change { get; init; } = "";

    /// <summary>How many versions of items there were to look at when it began.</summary>
    public int Total { get; set; }

    /// <summary>How many have been looked at.</summary>
    public int Done { get; set; }

    /// <summary>How many items have been changed.</summary>
    public int Changed { get; set; }

    /// <summary>Where it goes on; nobody else may have gone on meanwhile.</summary>
    public long LastRowId { get; set; }

    public required DateTime BegunUtc { get; init; }

    /// <summary>When it was done; null before.</summary>
    public DateTime? EndedUtc { get; set; }

    /// <summary>Who asked for it.</summary>
    public required string PersonName { get; init; }
}

/// <summary>What a field held in a version before its kind was changed, where turning it back would not give the same; undoing the change brings it back.</summary>
internal sealed class FormerValue
{
    public required long RowId { get; init; }

    /// <summary>The name under which the item holds the part.</summary>
    public required string Part { get; init; }

    public required string Field { get; init; }

    /// <summary>The version of the part's definition that changed the kind.</summary>
    public required int Version { get; init; }

    /// <summary>The field's JSON before.</summary>
    public required string Before { get; init; }

    /// <summary>The field's JSON after; empty when nothing was left.</summary>
    public required string After { get; init; }
}

internal static class UpkeepTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<DefinitionWork>(entity =>
        {
            entity.ToTable("content_definition_work");
            entity.Property(row => row.Id).HasMaxLength(Platform.Data.Identifiers.MaximumLength);
            entity.Property(row => row.About).HasMaxLength(DefinitionWork.LongestAbout);
            entity.Property(row => row.PersonName).HasMaxLength(200);
            entity.Property(row => row.LastRowId).IsConcurrencyToken();
            entity.HasIndex(row => row.EndedUtc);
        });
        builder.Entity<FormerValue>(entity =>
        {
            entity.ToTable("content_former_value");
            entity.HasKey(row => new { row.RowId, row.Part, row.Field, row.Version });
            entity.Property(row => row.Part).HasMaxLength(100);
            entity.Property(row => row.Field).HasMaxLength(100);
            entity.HasOne<ContentItemRow>().WithMany().HasForeignKey(row => row.RowId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
