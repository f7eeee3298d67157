using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LearningDev.Platform.Backups;

/// <summary>
/// The schema that a backup was made of. A backup of an older version takes the way that its portal would have taken at an upgrade: its schema is made, its rows are written, and
/// the later migrations bring both to the newest, all in the transaction of the restore.
/// </summary>
internal sealed class BackupSchema
{
    private readonly PortalDb db;
    private readonly IReadOnlyList<string> all;
    private readonly IReadOnlyList<string> own;

    private BackupSchema(PortalDb db, IReadOnlyList<string> all, IReadOnlyList<string> own)
    {
        this.db = db;
        this.all = all;
        this.own = own;
    }

    /// <summary>True when the backup has the schema of this version.</summary>
    public bool IsNewest => own.Count == all.Count;

    /// <summary>Finds the migrations of a backup's schema among those of this version.</summary>
    /// <exception cref="BackupRefusedException">This version does not know the schema of the backup, or that of the database.</exception>
    public static async Task<BackupSchema> OfAsync(PortalDb db, BackupManifest manifest, CancellationToken cancellation)
    {
        List<string> all = [.. db.Database.GetMigrations()];
        if (manifest.Schema.Except(all.Select(SchemaNames.Of)).ToList() is { Count: > 0 } unknown)
        {
            throw new BackupRefusedException(
                $"The backup was made by the newer version {manifest.Version}, whose schema this version does not know ({string.Join(", ", unknown)}). Restore it with that version or a later one.");
        }

        return (await db.Database.GetAppliedMigrationsAsync(cancellation)).Order(StringComparer.Ordinal).SequenceEqual(all.Order(StringComparer.Ordinal))
            ? new BackupSchema(db, all, [.. all.Where(migration => manifest.Schema.Contains(SchemaNames.Of(migration)))])
            : throw new BackupRefusedException("The database has the schema of another version.");
    }

    /// <summary>The tables of a backup, with the types that their columns had in its schema.</summary>
    /// <exception cref="BackupRefusedException">The backup has a table otherwise than its schema.</exception>
    public IReadOnlyList<BackupTable> TablesOf(BackupManifest manifest, IReadOnlyCollection<IDerivedTables> derived)
    {
        var kept = manifest.Tables.Where(table => !derived.Any(one => one.Has(table.Name))).ToDictionary(table => table.Name);
        var known = (IsNewest ? BackupTable.Of(db, derived) : BackupTable.OfLater([.. own.Select(ModelAfter)], derived)).ToDictionary(table => table.Name);
        // What an older schema had for some time is known too, though the backup has it no more.
        var names = IsNewest ? kept.Keys.Union(known.Keys) : kept.Keys;
        return
        [
            .. from name in names.Order(StringComparer.Ordinal)
               let columns = kept.GetValueOrDefault(name)?.Columns
               select known.GetValueOrDefault(name) is { } table && columns is not null && columns.All(column => table.Columns.Any(one => one.Name == column))
                   && (!IsNewest || columns.Count == table.Columns.Count)
                   ? table with { Columns = [.. columns.Select(column => table.Columns.First(one => one.Name == column))] }
                   : throw new BackupRefusedException($"The backup has the table {name} otherwise than its schema."),
        ];
    }

    /// <summary>Makes the schema of the backup in the place of the newest, whose tables must be empty.</summary>
    public async Task GoBackAsync(CancellationToken cancellation)
    {
        await (db.IsSqlite ? DropAllAsync(cancellation) : db.RunAsync(Script(all[^1], Migration.InitialDatabase), cancellation));
        await GoAsync(own, cancellation);
    }

    /// <summary>Brings the schema of the backup and the rows in it to the newest.</summary>
    public async Task GoOnAsync(CancellationToken cancellation)
    {
        await GoAsync(all.Except(own), cancellation);
        await AuditChain.BeginHereAsync(db, cancellation);
    }

    // SQLite makes a table anew to take a column away, which the migrations written by hand have no model for. But its file is the portal's own.
    private async Task DropAllAsync(CancellationToken cancellation)
    {
        // A virtual table takes those along that it keeps its content in.
        foreach (var condition in (string[])["sql LIKE 'CREATE VIRTUAL%'", "name NOT LIKE 'sqlite!_%' ESCAPE '!'"])
        {
            List<string> names = [];
            await using (var command = db.Command($"SELECT name FROM sqlite_master WHERE type = 'table' AND {condition}"))
            await using (var reader = await command.ExecuteReaderAsync(cancellation))
            {
                while (await reader.ReadAsync(cancellation))
                {
                    names.Add(reader.GetString(0));
                }
            }

            foreach (var name in names)
            {
                await db.RunAsync($"DROP TABLE {BackupTable.Quote(name)}", cancellation);
            }
        }
    }

    private async Task GoAsync(IEnumerable<string> migrations, CancellationToken cancellation)
    {
        foreach (var migration in migrations)
        {
            await db.RunAsync(Script(all.TakeWhile(one => one != migration).LastOrDefault(Migration.InitialDatabase), migration), cancellation);
        }
    }

    private string Script(string from, string to) => db.GetService<IMigrator>().GenerateScript(from, to, MigrationsSqlGenerationOptions.NoTransactions);

    private IModel ModelAfter(string migration)
    {
        var assembly = db.GetService<IMigrationsAssembly>();
        var model = assembly.CreateMigration(assembly.Migrations[migration], db.Database.ProviderName!).TargetModel;
        return db.GetService<IModelRuntimeInitializer>().Initialize(model, designTime: true, validationLogger: null);
    }
}
