using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Elections;

/// <summary>How far the result of an election is.</summary>
internal enum ElectionState
{
    /// <summary>It is being entered.</summary>
    Draft,

    /// <summary>It was confirmed: terms have ended and begun.</summary>
    Confirmed,
}

/// <summary>An election of the whole council. There is one for each day.</summary>
internal sealed class ElectionRow
{
    public const int NameLength = 201;

    public string Id { get; init; } = Identifiers.New();

    /// <summary>The day of the election.</summary>
    public required DateOnly Day { get; init; }

    public ElectionState State { get; set; }

    /// <summary>On which day those who are returned come into office; null before it was confirmed.</summary>
    public DateOnly? InOfficeFrom { get; set; }

    /// <summary>Who confirmed it; empty before.</summary>
    public string ConfirmedByName { get; set; } = "";

    public DateTime? ConfirmedUtc { get; set; }

    /// <summary>Rises with each change of the result; a concurrency token.</summary>
    public int Revision { get; set; }
}

/// <summary>Somebody who was returned at an election.</summary>
internal sealed class ElectionResultRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string ElectionId { get; init; }

    /// <summary>The person; null until an account was made.</summary>
    public string? PersonId { get; set; }

    public required string GivenName { get; set; }

    public required string FamilyName { get; set; }

    /// <summary>The email address; empty where the person has an account already.</summary>
    public string Email { get; set; } = "";

    /// <summary>Elected for a ward, or as the Mayor.</summary>
    public required TermKind Kind { get; set; }

    /// <summary>The ward; null for the Mayor.</summary>
    public string? WardId { get; set; }

    /// <summary>The political group; null for none.</summary>
    public string? GroupId { get; set; }

    public string Name => $"{GivenName} {FamilyName}".Trim();
}

internal static class ElectionTables
{
    private const int KindLength = 30;

    extension(PortalDb db)
    {
        public DbSet<ElectionRow> Elections => db.Set<ElectionRow>();

        public DbSet<ElectionResultRow> ElectionResults => db.Set<ElectionResultRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<ElectionRow>(entity =>
        {
            entity.ToTable("members_election");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(KindLength);
            entity.Property(row => row.ConfirmedByName).HasMaxLength(ElectionRow.NameLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => row.Day).IsUnique();
        });
        builder.Entity<ElectionResultRow>(entity =>
        {
            entity.ToTable("members_election_result");
            entity.Ignore(row => row.Name);
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.GivenName).HasMaxLength(NewAccount.NameLength);
            entity.Property(row => row.FamilyName).HasMaxLength(NewAccount.NameLength);
            entity.Property(row => row.Email).HasMaxLength(NewAccount.EmailLength);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(KindLength);
            entity.HasOne<ElectionRow>().WithMany().HasForeignKey(row => row.ElectionId).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<WardRow>().WithMany().HasForeignKey(row => row.WardId).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<PoliticalGroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ElectionId, row.PersonId }).IsUnique();
        });
    }
}
