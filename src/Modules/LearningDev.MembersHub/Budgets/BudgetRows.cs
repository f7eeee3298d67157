using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Budgets;

/// <summary>A member's budget of a year: what the movements of its ledger add up to, in pence.</summary>
internal sealed class BudgetRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    /// <summary>The member's name when the budget was opened.</summary>
    public required string PersonName { get; init; }

    /// <summary>The first day of the year.</summary>
    public required DateOnly YearStart { get; init; }

    /// <summary>The last day of the year.</summary>
    public required DateOnly YearEnd { get; init; }

    public long Allocated { get; set; }

    public long Committed { get; set; }

    public long Spent { get; set; }

    /// <summary>What the recorded overrides come to.</summary>
    public long Overridden { get; set; }

    /// <summary>How many movements there are; a concurrency token.</summary>
    public int Entries { get; set; }

    public Balance Balance => new(Allocated, Committed, Spent);
}

/// <summary>A movement of a budget. It is written once and never changed.</summary>
internal sealed class BudgetEntry
{
    public const int ReasonLength = 500;

    public string Id { get; init; } = Identifiers.New();

    public required string BudgetId { get; init; }

    /// <summary>Its number in the budget, from 1.</summary>
    public required int Number { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>The amount. Only an adjustment can be less than nothing.</summary>
    public required long Pence { get; init; }

    /// <summary>The request for which it is; null for the allocation and its adjustments.</summary>
    public string? RequestId { get; init; }

    /// <summary>What it is for, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who did it; null for the portal.</summary>
    public string? ById { get; init; }

    public required string ByName { get; init; }

    public required DateTime AtUtc { get; init; }
}

/// <summary>A recorded override: that more is used than allocated, who has allowed it and why; less than nothing when it is needed no longer. It is written once and never changed.</summary>
internal sealed class BudgetOverride
{
    public string Id { get; init; } = Identifiers.New();

    public required string BudgetId { get; init; }

    /// <summary>The request for which it was allowed, or by which it is needed no longer; null for an adjustment.</summary>
    public string? RequestId { get; init; }

    public required long Pence { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who has allowed it; null for the portal, when it is needed no longer.</summary>
    public string? ApproverId { get; init; }

    public required string ApproverName { get; init; }

    public required DateTime AtUtc { get; init; }
}

internal static class BudgetTables
{
    extension(PortalDb db)
    {
        public DbSet<BudgetRow> MemberBudgets => db.Set<BudgetRow>();

        public DbSet<BudgetEntry> MemberBudgetEntries => db.Set<BudgetEntry>();

        public DbSet<BudgetOverride> MemberBudgetOverrides => db.Set<BudgetOverride>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<BudgetRow>(entity =>
        {
            entity.ToTable("members_budget", table =>
            {
                table.HasCheckConstraint("ck_members_budget_not_less_than_nothing", "allocated >= 0 AND committed >= 0 AND spent >= 0 AND overridden >= 0");
                table.HasCheckConstraint("ck_members_budget_covered", "committed + spent <= allocated + overridden");
                table.HasCheckConstraint("ck_members_budget_year", "year_end > year_start");
            });
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(TermRow.PersonNameLength);
            entity.Property(row => row.Entries).IsConcurrencyToken();
            entity.Ignore(row => row.Balance);
            entity.HasIndex(row => new { row.PersonId, row.YearStart }).IsUnique();
            entity.HasIndex(row => row.YearStart);
        });
        builder.Entity<BudgetEntry>(entity =>
        {
            entity.ToTable("members_budget_entry", table =>
            {
                table.HasCheckConstraint("ck_members_budget_entry_sign", "pence > 0 OR (kind = 'Adjusted' AND pence <> 0) OR (kind = 'Allocated' AND pence = 0)");
                table.HasCheckConstraint("ck_members_budget_entry_request", "(kind IN ('Allocated', 'Adjusted')) = (request_id IS NULL)");
            });
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.RequestId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Reason).HasMaxLength(BudgetEntry.ReasonLength);
            entity.Property(row => row.ById).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ByName).HasMaxLength(TermRow.PersonNameLength);
            entity.HasOne<BudgetRow>().WithMany().HasForeignKey(row => row.BudgetId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.BudgetId, row.Number }).IsUnique();
            entity.HasIndex(row => row.RequestId);
        });
        builder.Entity<BudgetOverride>(entity =>
        {
            entity.ToTable("members_budget_override", table =>
                table.HasCheckConstraint("ck_members_budget_override_approved", "pence < 0 OR (pence > 0 AND approver_id IS NOT NULL AND reason <> '')"));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.RequestId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Reason).HasMaxLength(BudgetEntry.ReasonLength);
            entity.Property(row => row.ApproverId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ApproverName).HasMaxLength(TermRow.PersonNameLength);
            entity.HasOne<BudgetRow>().WithMany().HasForeignKey(row => row.BudgetId).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.BudgetId);
        });
    }
}
