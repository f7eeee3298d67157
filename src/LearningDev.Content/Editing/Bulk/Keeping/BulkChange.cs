using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Bulk.Keeping;

/// <summary>A change of many items together, from the choice to what came of it. It is for whoever chose it.</summary>
internal sealed class BulkChange
{
    public const int NameLength = 255;
    public const int AddressLength = 4000;

    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    public required BulkAction Action { get; init; }

    /// <summary>The id of the term or of the new owner; empty for what needs none.</summary>
    public string Value { get; init; } = "";

    /// <summary>What the term or the new owner is called.</summary>
    public string ValueName { get; init; } = "";

    /// <summary>Why, in the words of whoever chose it; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>How many items there are.</summary>
    public required int Count { get; init; }

    /// <summary>The query of the list that the items were chosen from.</summary>
    public string List { get; init; } = "";

    public BulkState State { get; set; }

    public DateTime ExpiresUtc { get; set; }

    public DateTime BegunUtc { get; set; }

    /// <summary>When the work was last known to go on.</summary>
    public DateTime AliveUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>Counts the changes of this row, so that of two clicks one counts.</summary>
    public int Version { get; set; }

    /// <summary>True when the work was begun and nobody does it.</summary>
    public bool IsInterrupted { get; set; }

    public bool IsWorkedOn => !IsInterrupted && State is (BulkState.Checking or BulkState.Running);
}

/// <summary>How far a change of many items is.</summary>
internal enum BulkState
{
    /// <summary>It is being found out what would happen to each item.</summary>
    Checking,

    /// <summary>Whoever chose it looks at what would happen.</summary>
    Checked,
    Running,
    Done,
}

/// <summary>An item of a change.</summary>
internal sealed class BulkItem
{
    public const int ReasonLength = 500;

    public required string BulkId { get; init; }

    /// <summary>Its place in the list that it was chosen from, from 1.</summary>
    public required int Number { get; init; }

    public required string ContentItemId { get; init; }

    public string Title { get; set; } = "";

    public BulkOutcome Outcome { get; set; }

    /// <summary>What happens or happened, or why it does not.</summary>
    public string Words { get; set; } = "";

    /// <summary>The version that was looked at, and how often it had been saved.</summary>
    public string VersionId { get; set; } = "";

    public int Revision { get; set; }
}

/// <summary>What becomes of an item.</summary>
internal enum BulkOutcome
{
    /// <summary>Nobody has looked at it yet.</summary>
    Unknown,

    /// <summary>It can be changed.</summary>
    Ready,

    /// <summary>There is nothing to change in it.</summary>
    Unchanged,

    /// <summary>It cannot be changed.</summary>
    Refused,

    /// <summary>It is changed.</summary>
    Done,
}

internal static class BulkTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<BulkChange>(entity =>
        {
            entity.ToTable("content_bulk_change");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Value).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ValueName).HasMaxLength(BulkChange.NameLength);
            entity.Property(row => row.Note).HasMaxLength(ContentNote.MaximumLength);
            entity.Property(row => row.List).HasMaxLength(BulkChange.AddressLength);
            entity.Property(row => row.Version).IsConcurrencyToken();
            entity.Ignore(row => row.IsInterrupted);
            entity.HasIndex(row => row.ExpiresUtc);
        });
        builder.Entity<BulkItem>(entity =>
        {
            entity.ToTable("content_bulk_item");
            entity.HasKey(row => new { row.BulkId, row.Number });
            entity.Property(row => row.BulkId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.VersionId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Title).HasMaxLength(BulkChange.NameLength);
            entity.Property(row => row.Words).HasMaxLength(BulkItem.ReasonLength);
            entity.HasIndex(row => new { row.BulkId, row.Outcome, row.Number });
            entity.HasOne<BulkChange>().WithMany().HasForeignKey(row => row.BulkId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
