using LearningDev.Mentoring.Choosing;
using LearningDev.Mentoring.Managing;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Mentoring;

/// <summary>In which role somebody takes part in a programme.</summary>
internal enum MentoringRole
{
    /// <summary>Helps.</summary>
    Mentor,

    /// <summary>Is helped.</summary>
    Mentee,

    /// <summary>Both, in peer mentoring.</summary>
    Peer,
}

/// <summary>Where an offer or request stands.</summary>
internal enum ProfileState
{
    /// <summary>The person is still writing it.</summary>
    Draft,

    /// <summary>It is sent: a mentee waits for a mentor, a mentor can be matched.</summary>
    Waiting,

    /// <summary>The mentee has a mentor. Mentors are never this: they have places.</summary>
    Matched,

    /// <summary>The mentee's pair has ended.</summary>
    Ended,

    /// <summary>The person has taken it back.</summary>
    Withdrawn,
}

/// <summary>That somebody takes part in a programme, one row for each person and programme. What they have written stands in the content item of the same id.</summary>
internal sealed class ProfileRow
{
    public const int NameLength = 201;

    /// <summary>The id of its content item.</summary>
    public required string Id { get; init; }

    public required string ProgrammeId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person's name, so that it stays when they have left.</summary>
    public required string PersonName { get; set; }

    public required MentoringRole Role { get; set; }

    public ProfileState State { get; set; } = ProfileState.Draft;

    /// <summary>How many mentees they can take at once; 0 for mentees.</summary>
    public int Capacity { get; set; }

    /// <summary>The confidential words that say what they want to reach; null for none.</summary>
    public string? GoalsId { get; set; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>When it was last sent, or asked again: who asked earlier comes first.</summary>
    public DateTime? SentUtc { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }

    public bool IsMentor => Role is MentoringRole.Mentor or MentoringRole.Peer;

    public bool IsMentee => Role is MentoringRole.Mentee or MentoringRole.Peer;

    /// <summary>True for one that takes part in matching as a mentor, as far as places are left.</summary>
    public bool Offers => IsMentor && (State == ProfileState.Waiting || (Role == MentoringRole.Peer && State is ProfileState.Matched or ProfileState.Ended));
}

internal static class MentoringTables
{
    private const int CaseLength = Identifiers.MaximumLength;

    extension(PortalDb db)
    {
        public DbSet<ProfileRow> MentoringProfiles => db.Set<ProfileRow>();

        public DbSet<MatchingRow> MentoringMatchings => db.Set<MatchingRow>();

        public DbSet<RulingRow> MentoringRulings => db.Set<RulingRow>();

        public DbSet<RunRow> MentoringRuns => db.Set<RunRow>();

        public DbSet<RunPairRow> MentoringRunPairs => db.Set<RunPairRow>();

        public DbSet<RunLeftRow> MentoringRunLeft => db.Set<RunLeftRow>();

        public DbSet<AskRow> MentoringAsks => db.Set<AskRow>();
    }

    /// <summary>Those of people who are there on a day and may sign in.</summary>
    public static IQueryable<ProfileRow> OfPeopleAtWork(this IQueryable<ProfileRow> rows, PortalDb db, DateOnly today)
    {
        var people = db.Users;
        return rows.Where(row => people.Any(person =>
            person.Id == row.PersonId && person.DisabledUtc == null && (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today)));
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ProfileRow>(entity =>
        {
            entity.ToTable("mentoring_profile", table => table.HasCheckConstraint("ck_mentoring_profile_capacity", "capacity >= 0"));
            Id(entity.Property(row => row.Id));
            Id(entity.Property(row => row.ProgrammeId));
            Id(entity.Property(row => row.PersonId));
            Id(entity.Property(row => row.GoalsId));
            entity.Property(row => row.PersonName).HasMaxLength(ProfileRow.NameLength);
            entity.Property(row => row.Role).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.Ignore(row => row.IsMentor);
            entity.Ignore(row => row.IsMentee);
            entity.Ignore(row => row.Offers);
            entity.HasIndex(row => new { row.ProgrammeId, row.PersonId }).IsUnique();
            entity.HasIndex(row => new { row.PersonId, row.CreatedUtc });
            entity.HasIndex(row => new { row.ProgrammeId, row.State });
        });
        builder.Entity<MatchingRow>(entity =>
        {
            entity.ToTable("mentoring_matching");
            entity.HasKey(row => row.ProgrammeId);
            Id(entity.Property(row => row.ProgrammeId));
            entity.Property(row => row.Revision).IsConcurrencyToken();
        });
        builder.Entity<RulingRow>(entity =>
        {
            entity.ToTable("mentoring_ruling");
            Id(entity.Property(row => row.Id));
            Id(entity.Property(row => row.ProgrammeId));
            Id(entity.Property(row => row.MenteeId));
            Id(entity.Property(row => row.MentorId));
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.ByName).HasMaxLength(ProfileRow.NameLength);
            entity.HasIndex(row => new { row.ProgrammeId, row.MenteeId, row.MentorId }).IsUnique();
        });
        builder.Entity<RunRow>(entity =>
        {
            entity.ToTable("mentoring_run");
            Id(entity.Property(row => row.Id));
            Id(entity.Property(row => row.ProgrammeId));
            entity.Property(row => row.CaseId).HasMaxLength(CaseLength);
            entity.Property(row => row.ByName).HasMaxLength(ProfileRow.NameLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.HasIndex(row => new { row.ProgrammeId, row.Number }).IsUnique();
            entity.HasIndex(row => row.CaseId);
        });
        builder.Entity<RunPairRow>(entity =>
        {
            entity.ToTable("mentoring_run_pair");
            entity.HasKey(row => new { row.RunId, row.MenteeId });
            Id(entity.Property(row => row.RunId));
            Id(entity.Property(row => row.MenteeId));
            Id(entity.Property(row => row.MentorId));
            Id(entity.Property(row => row.PartnershipId));
            entity.Property(row => row.Reasons).HasMaxLength(RunPairRow.ReasonsLength);
            entity.Property(row => row.Tie).HasMaxLength(RunPairRow.TieLength);
            entity.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.RunId, row.Position });
        });
        builder.Entity<RunLeftRow>(entity =>
        {
            entity.ToTable("mentoring_run_left");
            entity.HasKey(row => new { row.RunId, row.PersonId, row.IsMentor });
            Id(entity.Property(row => row.RunId));
            Id(entity.Property(row => row.PersonId));
            entity.Property(row => row.Why).HasMaxLength(RunPairRow.TieLength);
            entity.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AskRow>(entity =>
        {
            entity.ToTable("mentoring_ask");
            Id(entity.Property(row => row.Id));
            Id(entity.Property(row => row.ProgrammeId));
            Id(entity.Property(row => row.MenteeId));
            Id(entity.Property(row => row.MentorId));
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Words).HasMaxLength(AskRow.WordsLength);
            entity.HasIndex(row => new { row.MentorId, row.State });
            entity.HasIndex(row => new { row.ProgrammeId, row.MenteeId, row.MentorId }).IsUnique().HasFilter("state = 'Asked'").HasDatabaseName("ix_mentoring_ask_open");
        });

        static void Id<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> property) => property.HasMaxLength(Identifiers.MaximumLength);
    }
}
