using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Audit;

internal static class AuditTables
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<AuditEntry>(entity =>
        {
            entity.ToTable("audit_entry");
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(AuditEntry.PersonNameLength);
            entity.Property(row => row.Event).HasMaxLength(100);
            entity.Property(row => row.SubjectKind).HasMaxLength(100);
            entity.Property(row => row.SubjectId).HasMaxLength(100);
            entity.Property(row => row.SubjectName).HasMaxLength(AuditEntry.TextLength);
            entity.Property(row => row.Summary).HasMaxLength(AuditEntry.TextLength);
            entity.Property(row => row.Changes).HasDefaultValue("[]");
            entity.Property(row => row.Reason).HasMaxLength(AuditEntry.ReasonLength).HasDefaultValue("");
            entity.HasIndex(row => new { row.SubjectKind, row.SubjectId });
            entity.HasIndex(row => new { row.PersonId, row.OccurredUtc });
            entity.HasIndex(row => row.OccurredUtc);
            entity.HasIndex(row => new { row.Event, row.Id });
        });
        builder.Entity<AuditChainRow>(entity =>
        {
            entity.ToTable("audit_chain");
            entity.Property(row => row.Id).ValueGeneratedNever();
        });
    }
}
