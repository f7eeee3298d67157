using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Coaches;

/// <summary>Where a coach's profile stands.</summary>
internal enum CoachState
{
    /// <summary>The person is still writing it.</summary>
    Draft,

    /// <summary>It waits for HR, or was sent back to be changed.</summary>
    Sent,

    /// <summary>The person is a coach.</summary>
    Approved,

    /// <summary>HR has not approved it.</summary>
    Refused,

    /// <summary>The person has withdrawn it.</summary>
    Withdrawn,
}

/// <summary>A coach as lists and suggestions find them. What they say stands in their content item, which has the same id; the qualification here is the one that HR has approved.</summary>
internal sealed class CoachRow
{
    public const int NameLength = 201;
    public const int IntroductionLength = 600;
    public const int QualificationLength = 150;
    public const int LevelLength = 60;
    public const int BodyLength = 100;
    public const int WordsLength = 4000;

    /// <summary>The id of the profile's content item.</summary>
    public required string Id { get; init; }

    /// <summary>The coach. A person has one profile.</summary>
    public required string PersonId { get; init; }

    /// <summary>The person's name, so that it stays when they have left.</summary>
    public required string PersonName { get; set; }

    public required CoachState State { get; set; }

    /// <summary>True while the coach takes nobody on.</summary>
    public bool IsPaused { get; set; }

    /// <summary>How many people at once.</summary>
    public int Capacity { get; set; }

    /// <summary>The day of the last supervision; null until it is said.</summary>
    public DateOnly? LastSupervisionOn { get; set; }

    public string Introduction { get; set; } = "";

    public string Qualification { get; set; } = "";

    public string QualificationLevel { get; set; } = "";

    public string AwardingBody { get; set; } = "";

    public DateOnly? QualifiedOn { get; set; }

    /// <summary>The last day on which the approved qualification holds; null when it does not expire.</summary>
    public DateOnly? QualificationExpiresOn { get; set; }

    /// <summary>Name, introduction and experience in lower case, to search in.</summary>
    public string Words { get; set; } = "";

    /// <summary>The case that decides, or has decided last; null before one is started.</summary>
    public string? CaseId { get; set; }

    /// <summary>True while that case goes on: about the application, or about a qualification that has changed.</summary>
    public bool IsAsked { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public DateTime? SentUtc { get; set; }

    public DateTime? DecidedUtc { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }
}

/// <summary>What a value of a coach says.</summary>
internal enum CoachValueKind
{
    Pool,
    Theme,
    Language,
    Day,
    Place,
    Approach,
}

/// <summary>One of the pools, themes, languages, days, places or approaches of a coach.</summary>
internal sealed class CoachValueRow
{
    public const int ValueLength = 100;

    public required string CoachId { get; init; }

    public required CoachValueKind Kind { get; init; }

    public required string Value { get; init; }
}

internal static class CoachTables
{
    extension(PortalDb db)
    {
        public DbSet<CoachRow> Coaches => db.Set<CoachRow>();

        public DbSet<CoachValueRow> CoachValues => db.Set<CoachValueRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<CoachRow>(entity =>
        {
            entity.ToTable("coaching_coach", table => table.HasCheckConstraint("ck_coaching_coach_capacity", "capacity >= 0"));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(CoachRow.NameLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Introduction).HasMaxLength(CoachRow.IntroductionLength);
            entity.Property(row => row.Qualification).HasMaxLength(CoachRow.QualificationLength);
            entity.Property(row => row.QualificationLevel).HasMaxLength(CoachRow.LevelLength);
            entity.Property(row => row.AwardingBody).HasMaxLength(CoachRow.BodyLength);
            entity.Property(row => row.Words).HasMaxLength(CoachRow.WordsLength);
            entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => row.PersonId).IsUnique();
            entity.HasIndex(row => new { row.State, row.PersonName });
            entity.HasIndex(row => row.CaseId);
        });
        builder.Entity<CoachValueRow>(entity =>
        {
            entity.ToTable("coaching_coach_value");
            entity.HasKey(row => new { row.CoachId, row.Kind, row.Value });
            entity.Property(row => row.CoachId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Value).HasMaxLength(CoachValueRow.ValueLength);
            entity.HasOne<CoachRow>().WithMany().HasForeignKey(row => row.CoachId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.Kind, row.Value });
        });
    }
}
