using System.Data.Common;
using LearningDev.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LearningDev.Web.Setup.Database;

/// <summary>Says which database the portal runs on, and tries another one before it is configured. Passwords are neither shown nor kept.</summary>
internal sealed class DatabaseFacts(PortalDb db)
{
    /// <summary>The oldest PostgreSQL that the tests run on.</summary>
    public const int OldestPostgres = 15;

    private const int SecondsToWait = 10;

    /// <summary>True when the portal runs on a SQLite file.</summary>
    public bool IsSqlite => db.IsSqlite;

    /// <summary>The product, as a person reads it.</summary>
    public string Product => IsSqlite ? "SQLite" : "PostgreSQL";

    /// <summary>Where the database is: the file, or server, port and database.</summary>
    public string Place => db.Database.GetConnectionString() switch
    {
        var sqlite when IsSqlite => Path.GetFullPath(new SqliteConnectionStringBuilder(sqlite).DataSource),
        var postgres when new NpgsqlConnectionStringBuilder(postgres) is var parts => $"{parts.Database} at {parts.Host}:{parts.Port}",
        _ => "",
    };

    /// <summary>The version of the product that answers.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return db.Database.GetDbConnection().ServerVersion;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A connection string without its password; null when it is none.</summary>
    public static string? WithoutPassword(string connectionString)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            parts.Remove(nameof(parts.Password));
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Connects to a PostgreSQL database and looks whether the portal could run on it. Nothing is changed there.</summary>
    public static async Task<DatabaseTrial> TryAsync(string connectionString, CancellationToken cancellation)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new NpgsqlConnectionStringBuilder(connectionString) { Timeout = SecondsToWait, CommandTimeout = SecondsToWait, Pooling = false };
        }
        catch (ArgumentException)
        {
            return DatabaseTrial.Refused("This is not a connection string, like Host=db;Database=learningdev;Username=learningdev;Password=…");
        }

        if (string.IsNullOrEmpty(parts.Host) || string.IsNullOrEmpty(parts.Database))
        {
            return DatabaseTrial.Refused("The connection string must name the Host and the Database");
        }

        try
        {
            await using var connection = new NpgsqlConnection(parts.ConnectionString);
            await connection.OpenAsync(cancellation);
            return await LookAsync(connection, cancellation);
        }
        catch (PostgresException fault)
        {
            return DatabaseTrial.Refused(fault.SqlState switch
            {
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "The server answers, but refuses the account or its password",
                PostgresErrorCodes.InvalidCatalogName => "The server answers, but has no database of that name",
                _ => $"The server answers, but refuses: {fault.MessageText}",
            });
        }
        catch (Exception fault) when (fault is DbException or TimeoutException or IOException or System.Net.Sockets.SocketException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return DatabaseTrial.Refused("The server cannot be reached by this connection string. Check the host, the port and what lies between");
        }
    }

    private static async Task<DatabaseTrial> LookAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (connection.PostgreSqlVersion.Major < OldestPostgres)
        {
            return DatabaseTrial.Refused($"This is PostgreSQL {connection.PostgreSqlVersion}. The portal needs version {OldestPostgres} or later");
        }

        await using var command = new NpgsqlCommand(
            """
            SELECT has_schema_privilege(current_user, current_schema(), 'CREATE'),
                   EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema())
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        if (await reader.IsDBNullAsync(0, cancellation) || !reader.GetBoolean(0))
        {
            return DatabaseTrial.Refused("The account may not make tables in this database");
        }

        return new DatabaseTrial(Fault: null, connection.PostgreSqlVersion.ToString(), IsEmpty: !reader.GetBoolean(1));
    }
}

/// <summary>What came of trying a database.</summary>
/// <param name="Fault">Why the portal could not run on it; null when it could.</param>
/// <param name="Version">The server's version.</param>
/// <param name="IsEmpty">True when it holds no tables.</param>
internal sealed record DatabaseTrial(string? Fault, string Version, bool IsEmpty)
{
    public static DatabaseTrial Refused(string fault) => new(fault, "", IsEmpty: false);
}
