using LearningDev.Platform.Audit;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LearningDev.Platform.Data;

/// <summary>
/// The portal's one database. Modules add their tables through <see cref="ModuleBuilder.Tables"/>. The host derives a context
/// per database product, because each has its own migrations.
/// </summary>
public abstract class PortalDb(DbContextOptions options, ModuleRegistry registry)
    : IdentityDbContext<Person, Role, string>(options)
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    private readonly List<(Guid? Transaction, Action Run)> onCommitted = [];

    /// <summary>Divisions of the organisation: directorates, services and teams.</summary>
    public DbSet<OrganisationUnit> Units => Set<OrganisationUnit>();

    /// <summary>The audit, oldest row first by id.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>True when the database is SQLite, false when it is PostgreSQL.</summary>
    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>True when a save failed because somebody else has just written a row with the same unique value.</summary>
    public static bool IsUniqueViolation(DbUpdateException fault) => fault.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    /// <summary>How many rows this context has written.</summary>
    public int RowsWritten { get; private set; }

    /// <summary>How often this context's transaction has gone back to a savepoint: what was read or written in it before may not hold any more.</summary>
    public int Undone { get; private set; }

    /// <summary>Runs an action once the changes made so far are committed; never when they are rolled back.</summary>
    public void OnCommitted(Action action) => onCommitted.Add((Database.CurrentTransaction?.TransactionId, action));

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("The portal saves asynchronously only.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        RowsWritten += rows;
        if (Database.CurrentTransaction is null)
        {
            RunCommitted(transaction: null);
        }

        return rows;
    }

    /// <summary>Runs what waited for the transaction, and drops what waited for one that was given up without a word.</summary>
    internal void RunCommitted(Guid? transaction)
    {
        (Guid? Transaction, Action Run)[] actions = [.. onCommitted];
        // What waits for no transaction waits for the end of the save, within which EF Core may commit one of its own.
        onCommitted.RemoveAll(action => transaction is null || action.Transaction is not null);
        foreach (var (waitedFor, run) in actions)
        {
            if (waitedFor == transaction)
            {
                run();
            }
        }
    }

    internal void NoteUndone() => Undone++;

    internal void ForgetCommitted() => onCommitted.Clear();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PeopleTables.Map(builder);
        builder.Entity<AuditEntry>(entity =>
        {
            entity.ToTable("audit_entry");
            entity.Property(row => row.PersonId).HasMaxLength(Identifiers.MaximumLength);
            entity.Property(row => row.PersonName).HasMaxLength(200);
            entity.Property(row => row.Event).HasMaxLength(100);
            entity.Property(row => row.SubjectKind).HasMaxLength(100);
            entity.Property(row => row.SubjectId).HasMaxLength(100);
            entity.Property(row => row.SubjectName).HasMaxLength(AuditEntry.TextLength);
            entity.Property(row => row.Summary).HasMaxLength(AuditEntry.TextLength);
            entity.HasIndex(row => new { row.SubjectKind, row.SubjectId });
        });
        builder.Entity<SettingsSection>(entity =>
        {
            entity.ToTable("platform_settings");
            entity.HasKey(row => row.Name);
            entity.Property(row => row.Name).HasMaxLength(100);
            entity.Property(row => row.Version).IsConcurrencyToken();
        });
        builder.Entity<EnabledFeature>(entity =>
        {
            entity.ToTable("platform_feature");
            entity.HasKey(row => row.Id);
            entity.Property(row => row.Id).HasMaxLength(100);
        });
        foreach (var map in registry.Tables)
        {
            map(builder);
        }

        ColumnNames.UseSnakeCase(builder);
    }
}
