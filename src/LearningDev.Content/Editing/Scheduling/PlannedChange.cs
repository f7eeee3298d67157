using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Scheduling;

/// <summary>What is to be done with an item at a time.</summary>
public enum PlannedAction
{
    /// <summary>A version is published.</summary>
    Publish,

    /// <summary>The item is archived.</summary>
    Archive,
}

/// <summary>A change of an item that is to be made at a time. An item has at most one of each kind.</summary>
internal sealed class PlannedChange
{
    /// <summary>The longest list of reasons that is kept, in characters.</summary>
    public const int ReasonsLength = 2000;

    /// <summary>The item's id.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>What is to be done.</summary>
    public required PlannedAction Action { get; init; }

    /// <summary>The item's type.</summary>
    public required string ContentType { get; set; }

    /// <summary>The item's name when it was planned.</summary>
    public required string DisplayText { get; set; }

    /// <summary>When it is to be done.</summary>
    public required DateTime DueUtc { get; set; }

    /// <summary>The id of the version that is to be published; empty for archiving.</summary>
    public string VersionId { get; set; } = "";

    /// <summary>The number of that version; 0 for archiving.</summary>
    public int VersionNumber { get; set; }

    /// <summary>Why; may be empty.</summary>
    public string Note { get; set; } = "";

    /// <summary>The id of whoever planned it; null for the portal.</summary>
    public string? PlannedById { get; set; }

    /// <summary>The user name of whoever planned it.</summary>
    public string? PlannedBy { get; set; }

    /// <summary>Why it could not be done when it was due, a reason a line; empty while it waits.</summary>
    public string Reasons { get; set; } = "";

    /// <summary>When it was refused; null while it waits.</summary>
    public DateTime? RefusedUtc { get; set; }

    /// <summary>Counts the changes of the plan; whoever changes it must have read the newest.</summary>
    public int Revision { get; set; }
}

internal static class PlannedChangeTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<PlannedChange>(entity =>
    {
        entity.ToTable("content_planned_change");
        entity.HasKey(row => new { row.ContentItemId, row.Action });
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentType).HasMaxLength(100);
        entity.Property(row => row.DisplayText).HasMaxLength(255);
        entity.Property(row => row.VersionId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.Note).HasMaxLength(Items.ContentNote.MaximumLength);
        entity.Property(row => row.PlannedById).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.PlannedBy).HasMaxLength(256);
        entity.Property(row => row.Reasons).HasMaxLength(PlannedChange.ReasonsLength);
        entity.Property(row => row.Revision).IsConcurrencyToken();
        entity.HasIndex(row => new { row.RefusedUtc, row.DueUtc });
    });
}
