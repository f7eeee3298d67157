using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Requests;

/// <summary>Where a request for a coach stands.</summary>
internal enum RequestState
{
    /// <summary>The person is still writing it.</summary>
    Draft,

    /// <summary>Coaches are asked, one after the other.</summary>
    Sent,

    /// <summary>A coach has accepted.</summary>
    Agreed,

    /// <summary>None of those who were chosen can take it on.</summary>
    NoneLeft,

    /// <summary>The person has withdrawn it.</summary>
    Withdrawn,

    /// <summary>Its case has ended in another way.</summary>
    Closed,
}

/// <summary>A request for a coach. What is looked for stands in its content item, which has the same id; goals are kept apart, encrypted.</summary>
internal sealed class RequestRow
{
    public const int NameLength = 201;

    /// <summary>The id of its content item.</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person's name, so that it stays when they have left.</summary>
    public required string PersonName { get; init; }

    public required string PoolId { get; init; }

    /// <summary>The pool's name when it was begun.</summary>
    public required string PoolName { get; init; }

    public required RequestState State { get; set; }

    /// <summary>The confidential text of the goals; null until they are written.</summary>
    public string? GoalsId { get; set; }

    /// <summary>The confidential text of what to avoid; null for none.</summary>
    public string? AvoidId { get; set; }

    /// <summary>The request whose answers it began with; null for none. Its coaches who have answered are not suggested again.</summary>
    public string? PreviousId { get; init; }

    /// <summary>The case that asks the coaches; null before it is sent.</summary>
    public string? CaseId { get; set; }

    /// <summary>What came of it; null for nothing.</summary>
    public string? PartnershipId { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public DateTime? SentUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }

    /// <summary>The confidential texts that it has.</summary>
    public IReadOnlyList<string> TextIds => [.. new[] { GoalsId, AvoidId }.OfType<string>()];
}

/// <summary>Where a chosen coach stands.</summary>
internal enum ChoiceState
{
    /// <summary>Their turn has not come.</summary>
    Waiting,

    /// <summary>They are asked.</summary>
    Asked,

    /// <summary>They did not take it on.</summary>
    Passed,

    /// <summary>They could not be asked any more: no place, not a coach at present.</summary>
    Skipped,

    /// <summary>They have accepted.</summary>
    Accepted,
}

/// <summary>A coach whom somebody has chosen.</summary>
internal sealed class ChoiceRow
{
    public required string RequestId { get; init; }

    /// <summary>The place in the order, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The coach's profile.</summary>
    public required string CoachId { get; init; }

    /// <summary>The coach.</summary>
    public required string PersonId { get; init; }

    public required string Name { get; init; }

    public ChoiceState State { get; set; }

    public DateTime? AskedUtc { get; set; }

    public DateTime? AnsweredUtc { get; set; }
}

internal static class RequestTables
{
    extension(PortalDb db)
    {
        public DbSet<RequestRow> CoachingRequests => db.Set<RequestRow>();

        public DbSet<ChoiceRow> CoachingChoices => db.Set<ChoiceRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<RequestRow>(entity =>
        {
            entity.ToTable("coaching_request");
            foreach (var id in new[] { nameof(RequestRow.Id), nameof(RequestRow.PersonId), nameof(RequestRow.PoolId), nameof(RequestRow.GoalsId), nameof(RequestRow.AvoidId), nameof(RequestRow.PreviousId), nameof(RequestRow.CaseId), nameof(RequestRow.PartnershipId) })
            {
                entity.Property(id).HasMaxLength(Identifiers.MaximumLength);
            }

            entity.Ignore(row => row.TextIds);
            entity.Property(row => row.PersonName).HasMaxLength(RequestRow.NameLength);
            entity.Property(row => row.PoolName).HasMaxLength(TitlePart.MaximumLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => new { row.PersonId, row.CreatedUtc });
            entity.HasIndex(row => row.CaseId);
        });
        builder.Entity<ChoiceRow>(entity =>
        {
            entity.ToTable("coaching_choice", table => table.HasCheckConstraint("ck_coaching_choice_position", "position >= 1"));
            entity.HasKey(row => new { row.RequestId, row.Position });
            entity.Property(row => row.RequestId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.CoachId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Name).HasMaxLength(RequestRow.NameLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.HasOne<RequestRow>().WithMany().HasForeignKey(row => row.RequestId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.RequestId, row.CoachId }).IsUnique();
            entity.HasIndex(row => new { row.CoachId, row.State });
        });
    }
}
