using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Links;

/// <summary>An address that published content leads to, and what is known of it.</summary>
internal sealed class LinkRow
{
    public const int ProblemLength = 300;
    public const int ReasonLength = 500;

    /// <summary>An id that follows from the address.</summary>
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Host { get; init; }

    public LinkState State { get; set; }

    public int? Status { get; set; }

    public string Problem { get; set; } = "";

    public DateTime? CheckedUtc { get; set; }

    /// <summary>When it is checked next.</summary>
    public DateTime NextUtc { get; set; }

    /// <summary>The first of the days on which it failed.</summary>
    public DateOnly? FailingSince { get; set; }

    /// <summary>The last of the days on which it failed.</summary>
    public DateOnly? FailedOn { get; set; }

    /// <summary>On how many different days it has failed since it worked.</summary>
    public int FailedDays { get; set; }

    /// <summary>Where it has moved for good.</summary>
    public string? MovedTo { get; set; }

    /// <summary>When somebody asked for a check that has not been made yet.</summary>
    public DateTime? AskedUtc { get; set; }

    public string IgnoredReason { get; set; } = "";

    public string IgnoredBy { get; set; } = "";

    public DateTime? IgnoredUtc { get; set; }
}

/// <summary>What is known of a link.</summary>
internal enum LinkState
{
    /// <summary>It has not been checked yet.</summary>
    Waiting,
    Working,

    /// <summary>It fails, but not on so many days that it counts as dead.</summary>
    Failing,
    Dead,

    /// <summary>It may not be asked.</summary>
    Refused,
}

/// <summary>Where a link is used: a field of a published item.</summary>
internal sealed class LinkUse
{
    public const int FieldLength = 200;

    public required string LinkId { get; init; }

    public required string ContentItemId { get; init; }

    /// <summary>What the fields are called.</summary>
    public string Fields { get; set; } = "";
}

internal static class LinkTables
{
    extension(PortalDb db)
    {
        public DbSet<LinkRow> Links => db.Set<LinkRow>();

        public DbSet<LinkUse> LinkUses => db.Set<LinkUse>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<LinkRow>(entity =>
        {
            entity.ToTable("content_link");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Url).HasMaxLength(LinkRules.MaximumLength);
            entity.Property(row => row.Host).HasMaxLength(255);
            entity.Property(row => row.Problem).HasMaxLength(LinkRow.ProblemLength);
            entity.Property(row => row.MovedTo).HasMaxLength(LinkRules.MaximumLength);
            entity.Property(row => row.IgnoredReason).HasMaxLength(LinkRow.ReasonLength);
            entity.Property(row => row.IgnoredBy).HasMaxLength(200);
            entity.HasIndex(row => row.NextUtc);
            entity.HasIndex(row => new { row.State, row.FailingSince });
        });
        builder.Entity<LinkUse>(entity =>
        {
            entity.ToTable("content_link_use");
            entity.HasKey(row => new { row.LinkId, row.ContentItemId });
            entity.Property(row => row.LinkId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ContentItemId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Fields).HasMaxLength(LinkUse.FieldLength);
            entity.HasIndex(row => row.ContentItemId);
        });
    }
}
