using System.Globalization;
using LearningDev.TestSupport.Postgres;
using Microsoft.Data.Sqlite;

namespace LearningDev.TestSupport.Data;

/// <summary>
/// A database that is filled once, when first asked for, and then copied for everyone who wants one to change: a file on SQLite,
/// a template database on PostgreSQL.
/// </summary>
/// <param name="postgres">True for PostgreSQL, false for SQLite.</param>
/// <param name="fill">Creates the tables and fills them, over the connection string that it is given, and lets go of every connection.</param>
public sealed class SeededDatabase(bool postgres, Func<string, Task> fill)
{
    private readonly Lazy<Task<DatabaseCopy>> original = new(async () =>
    {
        var made = postgres ? await DatabaseCopy.InPostgresAsync(null) : DatabaseCopy.InSqlite(null);
        await fill(made.ConnectionString);
        await made.SealAsync();
        return made;
    });

    /// <summary>Makes a copy of one's own.</summary>
    public async Task<DatabaseCopy> CopyAsync()
    {
        var from = await original.Value;
        return postgres ? await DatabaseCopy.InPostgresAsync(from.Name) : DatabaseCopy.InSqlite(from.Name);
    }
}

/// <summary>A database of a test's own, deleted when disposed.</summary>
public sealed class DatabaseCopy : IAsyncDisposable
{
    private static readonly Lazy<DirectoryInfo> SqliteFolder = new(MakeSqliteFolder);
    private static int made;
    private readonly PostgresCluster? cluster;

    private DatabaseCopy(string name, string connectionString, PostgresCluster? cluster)
    {
        Name = name;
        ConnectionString = connectionString;
        this.cluster = cluster;
    }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>True on PostgreSQL, false on SQLite.</summary>
    public bool IsPostgres => cluster is not null;

    /// <summary>The file's path, or the database's name on the cluster.</summary>
    internal string Name { get; }

    /// <summary>An empty database of the product that this process tests on.</summary>
    public static async Task<DatabaseCopy> EmptyAsync() => TestDatabase.IsPostgres ? await InPostgresAsync(null) : InSqlite(null);

    /// <summary>Deletes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DropDatabaseAsync(Name);
            return;
        }

        ClearSqlitePool();
        foreach (var file in new[] { Name, $"{Name}-wal", $"{Name}-shm" })
        {
            File.Delete(file);
        }
    }

    /// <summary>An empty SQLite file, or a copy of one, whatever this process tests on.</summary>
    public static DatabaseCopy InSqlite() => InSqlite(null);

    internal static async Task<DatabaseCopy> InPostgresAsync(string? template)
    {
        var cluster = await PostgresCluster.SharedAsync();
        var name = NextName();
        await cluster.CreateDatabaseAsync(name, template);
        return new DatabaseCopy(name, cluster.ConnectionString(name), cluster);
    }

    internal static DatabaseCopy InSqlite(string? template)
    {
        var path = Path.Combine(SqliteFolder.Value.FullName, $"{NextName()}.db");
        if (template is not null)
        {
            File.Copy(template, path);
        }

        return new DatabaseCopy(path, new SqliteConnectionStringBuilder { DataSource = path }.ToString(), null);
    }

    /// <summary>Brings all that was written into the one place that is copied.</summary>
    internal async Task SealAsync()
    {
        if (cluster is not null)
        {
            await cluster.SealAsync(Name);
            return;
        }

        await using (var connection = new SqliteConnection(ConnectionString))
        {
            await connection.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await using var answer = await checkpoint.ExecuteReaderAsync();
            if (await answer.ReadAsync() && answer.GetInt64(0) != 0)
            {
                throw new InvalidOperationException($"Somebody is still writing to {Name}: it cannot be copied whole.");
            }
        }

        ClearSqlitePool();
    }

    private static string NextName() => $"portal{Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture)}";

    private static DirectoryInfo MakeSqliteFolder()
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-sqlite-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    }

    private void ClearSqlitePool()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }
}
