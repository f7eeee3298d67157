using LearningDev.Compliance.Contracts;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Compliance.Records;

/// <summary>That somebody attended mandatory training on a day: a content item, or a rule that names none.</summary>
internal sealed class CompletionRow
{
    public const int NameLength = 201;
    public const int TextLength = 300;

    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    /// <summary>The content item; empty where a rule is recorded.</summary>
    public string LearningId { get; init; } = "";

    /// <summary>The rule; empty where a content item is recorded.</summary>
    public string RuleKey { get; init; } = "";

    public required DateOnly Day { get; init; }

    public required RecordedHow How { get; init; }

    /// <summary>What to know of it; empty for nothing.</summary>
    public string Note { get; init; } = "";

    public required string RecordedByName { get; init; }

    public required DateTime RecordedUtc { get; init; }
}

/// <summary>A time in which a rule does not apply to somebody.</summary>
internal sealed class ExemptionRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    public required string RuleKey { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while none is known.</summary>
    public DateOnly? Until { get; init; }

    public required string Reason { get; init; }

    public required string GrantedByName { get; init; }

    public required DateTime GrantedUtc { get; init; }

    /// <summary>The first day on which the rule applies again, where it was ended early; null when it was not.</summary>
    public DateOnly? EndedOn { get; set; }

    public string EndReason { get; set; } = "";

    public string EndedByName { get; set; } = "";

    /// <summary>The last day that counts; null while none is known. It may lie before the first day: then it never counted.</summary>
    public DateOnly? LastDay => EndedOn is { } ended && (Until is null || ended <= Until) ? ended.AddDays(-1) : Until;
}

internal static class ComplianceTables
{
    extension(PortalDb db)
    {
        public DbSet<CompletionRow> TrainingCompletions => db.Set<CompletionRow>();

        public DbSet<ExemptionRow> TrainingExemptions => db.Set<ExemptionRow>();
    }

    public static void Map(ModelBuilder builder)
    {
        builder.Entity<CompletionRow>(entity =>
        {
            entity.ToTable("compliance_completion", table => table.HasCheckConstraint("ck_compliance_completion_training", "(learning_id = '') <> (rule_key = '')"));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.LearningId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.RuleKey).HasMaxLength(MandatoryTraining.KeyLength);
            entity.Property(row => row.How).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Note).HasMaxLength(CompletionRow.TextLength);
            entity.Property(row => row.RecordedByName).HasMaxLength(CompletionRow.NameLength);
            entity.HasIndex(row => new { row.PersonId, row.LearningId, row.RuleKey, row.Day }).IsUnique();
        });
        builder.Entity<ExemptionRow>(entity =>
        {
            entity.ToTable("compliance_exemption", table => table.HasCheckConstraint("ck_compliance_exemption_days", "\"until\" IS NULL OR \"until\" >= \"from\""));
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.RuleKey).HasMaxLength(MandatoryTraining.KeyLength);
            entity.Property(row => row.Reason).HasMaxLength(CompletionRow.TextLength);
            entity.Property(row => row.GrantedByName).HasMaxLength(CompletionRow.NameLength);
            entity.Property(row => row.EndReason).HasMaxLength(CompletionRow.TextLength);
            entity.Property(row => row.EndedByName).HasMaxLength(CompletionRow.NameLength);
            entity.Ignore(row => row.LastDay);
            entity.HasIndex(row => new { row.PersonId, row.RuleKey });
        });
    }
}
