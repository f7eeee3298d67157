using LearningDev.Platform.Audit;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Hosting.Keys;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Settings.History;
using LearningDev.Platform.Ui.Look;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
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
    : IdentityDbContext<Person, Role, string, IdentityUserClaim<string>, RoleAssignment, IdentityUserLogin<string>, IdentityRoleClaim<string>,
        IdentityUserToken<string>, IdentityUserPasskey<string>>(options), IDataProtectionKeyContext
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    private readonly List<(Guid? Transaction, Action Run)> onCommitted = [];
    private readonly List<(Guid Transaction, AuditEntry Row)> recorded = [];
    private int marked;

    /// <summary>Divisions of the organisation: directorates, services and teams.</summary>
    public DbSet<OrganisationUnit> Units => Set<OrganisationUnit>();

    /// <summary>The audit, oldest row first by id.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>The keys that protect cookies, forms and secrets.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

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

    /// <summary>
    /// Does something in the current transaction so that, when it throws, nothing of it stays: no row, nothing of the audit, nothing that waits for the commit. What was changed
    /// before and is not saved yet is saved first; after a fault the context follows nothing any more.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<T> UndoablyAsync<T>(Func<Task<T>> act, CancellationToken cancellation = default)
    {
        var point = await MarkAsync(cancellation);
        try
        {
            var result = await act();
            await SaveChangesAsync(cancellation);
            await point.KeepAsync();
            return result;
        }
        catch
        {
            await point.UndoAsync();
            throw;
        }
    }

    /// <summary>The same for what gives no result.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public Task UndoablyAsync(Func<Task> act, CancellationToken cancellation = default) => UndoablyAsync(async () =>
    {
        await act();
        return true;
    }, cancellation);

    /// <summary>Marks where the current transaction is, so that all that comes after can be undone.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<UndoPoint> MarkAsync(CancellationToken cancellation = default)
    {
        var transaction = Database.CurrentTransaction ?? throw new InvalidOperationException("Only what is done in a transaction can be undone.");
        await SaveChangesAsync(cancellation);
        // Each has a name of its own: a name that stands twice leads back to the later one only.
        var name = $"portal_{++marked}";
        await transaction.CreateSavepointAsync(name, cancellation);
        return new UndoPoint(this, transaction, name, onCommitted.Count, recorded.Count);
    }

    /// <summary>Has those who change one thing at the same moment wait for each other until their transactions end. On SQLite only one writes at a time.</summary>
    /// <param name="id">The thing, or the person who changes something of their own.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task TakeTurnsAsync(string id, CancellationToken cancellation = default) =>
        IsSqlite ? Task.CompletedTask : Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({id}, 2))", cancellation);

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        // ASP.NET Core saves a new key so, and cannot otherwise.
        ChangeTracker.HasChanges() && ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("The portal saves asynchronously only.");

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

    /// <summary>Drops what was recorded and what waits for the commit since a point that the transaction went back to.</summary>
    internal void ForgetSince(int waiting, int audited)
    {
        ChangeTracker.Clear();
        onCommitted.RemoveRange(waiting, onCommitted.Count - waiting);
        recorded.RemoveRange(audited, recorded.Count - audited);
    }

    internal void ForgetCommitted()
    {
        onCommitted.Clear();
        recorded.Clear();
    }

    /// <summary>True when the next commit writes rows of the audit.</summary>
    internal bool HasAuditToWrite => recorded.Count > 0;

    /// <summary>Keeps a row of the audit until the transaction is committed.</summary>
    internal void Record(AuditEntry row) => recorded.Add((Database.CurrentTransaction!.TransactionId, row));

    /// <summary>Writes the audit of the transaction that is about to be committed. What was recorded in one that was given up without a word is dropped.</summary>
    internal async Task WriteAuditAsync(Guid transaction, CancellationToken cancellation)
    {
        if (recorded.Count == 0)
        {
            return;
        }

        List<AuditEntry> rows = [.. recorded.Where(one => one.Transaction == transaction).Select(one => one.Row)];
        recorded.Clear();
        if (rows.Count > 0)
        {
            await AuditChain.AppendAsync(this, rows, cancellation);
        }
    }

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
        AuditTables.Map(builder);
        KeyProtection.Map(builder);
        AccountTables.Map(builder);
        RoleTables.Map(builder);
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
        OutboxTables.Map(builder);
        JobTables.Map(builder);
        SettingsTables.Map(builder);
        LookTables.Map(builder);
        foreach (var map in registry.Tables)
        {
            map(builder);
        }

        ColumnNames.UseSnakeCase(builder);
    }
}
