using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Unsaved;

/// <summary>
/// A form that somebody has opened: so that others at the same item are told, and so that what was typed is kept until it is saved. It is that
/// person's alone, and no version of the item.
/// </summary>
internal sealed class OpenForm
{
    /// <summary>The form's own id. It stands in the form and nowhere else, so that whoever sends it had the form.</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The item; it may not be saved yet.</summary>
    public required string ContentItemId { get; init; }

    public required string ContentType { get; init; }

    public required DateTime OpenedUtc { get; set; }

    /// <summary>When the page's script was last heard of; null where none runs.</summary>
    public DateTime? HeardUtc { get; set; }

    /// <summary>When what was typed was last kept; null when nothing was.</summary>
    public DateTime? KeptUtc { get; set; }

    /// <summary>What was typed: the form's fields as JSON, protected so that only the portal reads it.</summary>
    public byte[]? Fields { get; set; }
}

internal static class OpenFormTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<OpenForm>(entity =>
    {
        entity.ToTable("content_open_form");
        entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
        entity.Property(row => row.ContentType).HasMaxLength(100);
        entity.HasIndex(row => new { row.ContentItemId, row.OpenedUtc });
        entity.HasIndex(row => new { row.PersonId, row.ContentType });
        entity.HasIndex(row => row.OpenedUtc);
    });
}
