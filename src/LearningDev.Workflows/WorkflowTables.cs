using LearningDev.Platform.Data;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Away;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows;

internal static class WorkflowTables
{
    private const int ActivityIdLength = 100;
    private const int NameLength = 200;

    extension(PortalDb db)
    {
        public DbSet<CaseRow> Cases => db.Set<CaseRow>();

        public DbSet<CaseWait> CaseWaits => db.Set<CaseWait>();

        public DbSet<JournalRow> CaseJournal => db.Set<JournalRow>();

        public DbSet<WorkRow> WorkflowWork => db.Set<WorkRow>();

        public DbSet<TaskRow> WorkflowTasks => db.Set<TaskRow>();

        public DbSet<SeatRow> TaskSeats => db.Set<SeatRow>();

        public DbSet<AwayRow> PeopleAway => db.Set<AwayRow>();

        /// <summary>Has those who change one case at the same moment wait for each other until their transactions end. On SQLite only one writes at a time.</summary>
        public Task TakeCaseAsync(string caseId, CancellationToken cancellation) =>
            db.IsSqlite ? Task.CompletedTask : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({caseId}, 3))", cancellation);
    }

    public static void Map(ModelBuilder builder)
    {
        MapTypes(builder);
        MapCases(builder);
        MapTasks(builder);
        builder.Entity<WorkRow>(entity =>
        {
            entity.ToTable("workflow_work");
            entity.Property(row => row.EventName).HasMaxLength(NameLength);
            entity.Property(row => row.Correlation).HasMaxLength(CaseRow.CorrelationLength);
            entity.Property(row => row.TypeId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ActivityId).HasMaxLength(ActivityIdLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(NameLength);
            entity.Property(row => row.Error).HasMaxLength(WorkRow.ErrorLength);
            entity.HasIndex(row => row.NextUtc);
            entity.HasIndex(row => row.Correlation);
        });
    }

    private static void MapTypes(ModelBuilder builder)
    {
        builder.Entity<WorkflowTypeRow>(entity =>
        {
            entity.ToTable("workflow_type");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Name).HasMaxLength(WorkflowTypeRow.NameLength);
            entity.Property(row => row.VersionId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ChangedBy).HasMaxLength(NameLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
        });
        builder.Entity<WorkflowVersionRow>(entity =>
        {
            entity.ToTable("workflow_version");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.TypeId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PublishedBy).HasMaxLength(NameLength);
            entity.Property(row => row.Note).HasMaxLength(WorkflowVersionRow.NoteLength);
            entity.HasIndex(row => new { row.TypeId, row.Number }).IsUnique();
        });
    }

    private static void MapCases(ModelBuilder builder)
    {
        builder.Entity<CaseRow>(entity =>
        {
            entity.ToTable("workflow_case");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.TypeId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.VersionId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.CorrelationId).HasMaxLength(CaseRow.CorrelationLength);
            entity.Property(row => row.Title).HasMaxLength(CaseRow.TitleLength);
            entity.Property(row => row.OwnerId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.OwnerName).HasMaxLength(NameLength);
            entity.Property(row => row.Outcome).HasMaxLength(CaseRow.OutcomeLength);
            entity.Property(row => row.Fault).HasMaxLength(JournalRow.ErrorLength);
            entity.Property(row => row.ParentCaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ParentStep).HasMaxLength(ActivityIdLength + 12);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => new { row.TypeId, row.Status, row.ChangedUtc });
            entity.HasIndex(row => new { row.Status, row.ChangedUtc });
            entity.HasIndex(row => new { row.TypeId, row.ChangedUtc });
            entity.HasIndex(row => row.ChangedUtc);
            entity.HasIndex(row => new { row.TypeId, row.VersionId, row.Status });
            entity.HasIndex(row => new { row.OwnerId, row.IsRequest, row.CreatedUtc });
            entity.HasIndex(row => row.CorrelationId);
            entity.HasIndex(row => row.EndedUtc);
        });
        builder.Entity<CaseWait>(entity =>
        {
            entity.ToTable("workflow_wait");
            entity.HasKey(row => new { row.CaseId, row.ActivityId, row.Visit });
            entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ActivityId).HasMaxLength(ActivityIdLength);
            entity.Property(row => row.EventName).HasMaxLength(NameLength);
            entity.Property(row => row.Correlation).HasMaxLength(CaseRow.CorrelationLength);
            entity.Property(row => row.Branch).HasMaxLength(ActivityIdLength + NameLength);
            entity.HasIndex(row => row.DueUtc).HasFilter("due_utc IS NOT NULL");
            entity.HasIndex(row => new { row.EventName, row.Correlation }).HasFilter("event_name IS NOT NULL");
        });
        builder.Entity<JournalRow>(entity =>
        {
            entity.ToTable("workflow_journal");
            entity.HasKey(row => new { row.CaseId, row.Sequence });
            entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ActivityId).HasMaxLength(ActivityIdLength);
            entity.Property(row => row.ActivityName).HasMaxLength(NameLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(NameLength);
            entity.Property(row => row.Status).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Error).HasMaxLength(JournalRow.ErrorLength);
            entity.Property(row => row.Words).HasMaxLength(JournalRow.WordsLength);
        });
    }

    private static void MapTasks(ModelBuilder builder)
    {
        builder.Entity<TaskRow>(entity =>
        {
            entity.ToTable("workflow_task");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.CaseId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.TypeId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.ActivityId).HasMaxLength(ActivityIdLength);
            entity.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Rule).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Title).HasMaxLength(TaskRow.TitleLength);
            entity.Property(row => row.CaseTitle).HasMaxLength(CaseRow.TitleLength);
            entity.Property(row => row.CorrelationId).HasMaxLength(CaseRow.CorrelationLength);
            entity.Property(row => row.OwnerId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.OwnerName).HasMaxLength(NameLength);
            entity.Property(row => row.Outcome).HasMaxLength(NameLength);
            entity.Property(row => row.Revision).IsConcurrencyToken();
            entity.HasIndex(row => new { row.CaseId, row.State });
            entity.HasIndex(row => row.EndedUtc);
        });
        builder.Entity<SeatRow>(entity =>
        {
            entity.ToTable("workflow_task_person");
            entity.HasKey(row => new { row.TaskId, row.PersonId });
            entity.Property(row => row.TaskId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(row => row.Via).HasMaxLength(NameLength);
            entity.Property(row => row.Decision).HasMaxLength(NameLength);
            entity.Property(row => row.Comment).HasMaxLength(SeatRow.CommentLength);
            entity.Property(row => row.DecidedById).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.DecidedByName).HasMaxLength(NameLength);
            entity.HasOne<TaskRow>().WithMany().HasForeignKey(row => row.TaskId).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.PersonId, row.State, row.DueOn });
        });
        builder.Entity<AwayRow>(entity =>
        {
            entity.ToTable("workflow_away");
            entity.Property(row => row.Id).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.DelegateId).HasMaxLength(Identifiers.MaximumLength);
            entity.HasIndex(row => new { row.DelegateId, row.ToDay });
            entity.HasIndex(row => row.PersonId);
        });
    }
}
