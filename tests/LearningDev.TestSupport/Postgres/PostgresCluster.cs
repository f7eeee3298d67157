using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using LearningDev.TestSupport.Machine;
using Npgsql;

namespace LearningDev.TestSupport.Postgres;

/// <summary>
/// A PostgreSQL server (15 or later) on an empty cluster of its own, reached by a socket in its own folder. It needs no set-up, disturbs no other server
/// on the machine, and is stopped and deleted when the test process ends, even when that is killed.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Administration = "postgres";
    private static readonly Lazy<Task<PostgresCluster>> ForThisProcess = new(() => StartAsync());
    private readonly Process keeper;

    private PostgresCluster(Process keeper, string folder)
    {
        this.keeper = keeper;
        Folder = folder;
    }

    /// <summary>The cluster's folder: its data, its log and the socket that clients connect to.</summary>
    public string Folder { get; }

    /// <summary>The one cluster of this test process, started when first asked for.</summary>
    /// <exception cref="CommandFailedException">PostgreSQL is missing or does not start; the message says what to install or what it printed.</exception>
    public static Task<PostgresCluster> SharedAsync() => ForThisProcess.Value;

    /// <summary>Starts a cluster of one's own.</summary>
    /// <param name="cancellationToken">Ends the start when cancelled.</param>
    /// <exception cref="CommandFailedException">PostgreSQL is missing or does not start; the message says what to install or what it printed.</exception>
    public static async Task<PostgresCluster> StartAsync(CancellationToken cancellationToken = default)
    {
        var programs = await DebianPackages.EnsureAsync("postgresql", FindPrograms, cancellationToken);
        var keeper = new Process { StartInfo = KeeperStart(programs) };
        try
        {
            keeper.Start();
        }
        catch (Win32Exception exception)
        {
            throw new CommandFailedException($"The PostgreSQL server could not be started: {exception.Message} (setsid and runuser come with Debian's util-linux).", exception);
        }

        var error = keeper.StandardError.ReadToEndAsync(cancellationToken);
        var folder = await keeper.StandardOutput.ReadLineAsync(cancellationToken);
        if (folder is null)
        {
            var printed = await error;
            keeper.Dispose();
            throw new CommandFailedException($"The PostgreSQL server of {programs} did not start. It printed:{Environment.NewLine}{printed}");
        }

        return new PostgresCluster(keeper, folder);
    }

    /// <summary>The Npgsql connection string of a database of this cluster.</summary>
    /// <param name="database">The database's name.</param>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder,
        Username = "portal",
        Database = database,
        MaxPoolSize = 20,
    }.ConnectionString;

    /// <summary>Creates a database: empty, or as a copy of another.</summary>
    /// <param name="database">The new database's name.</param>
    /// <param name="template">The database to copy, sealed before by <see cref="SealAsync"/>; null for an empty one.</param>
    /// <param name="cancellationToken">Gives up when cancelled.</param>
    /// <exception cref="PostgresException">The name is taken, or somebody is connected to the template.</exception>
    public Task CreateDatabaseAsync(string database, string? template = null, CancellationToken cancellationToken = default) =>
        // Copying files beats PostgreSQL's own choice, copying through its log, three times over: nothing waits for the disk here.
        ExecuteAsync($"CREATE DATABASE {Quote(database)} TEMPLATE {Quote(template ?? "template0")} STRATEGY FILE_COPY", cancellationToken);

    /// <summary>Closes a database to everyone, so that it can be copied at any time and never changes again.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="cancellationToken">Gives up when cancelled.</param>
    /// <exception cref="PostgresException">There is no such database.</exception>
    public async Task SealAsync(string database, CancellationToken cancellationToken = default)
    {
        await ExecuteAsync($"ALTER DATABASE {Quote(database)} WITH ALLOW_CONNECTIONS false", cancellationToken);
        // With a time limit the server waits until the connection has really gone.
        await ExecuteAsync(
            $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = {Literal(database)}", cancellationToken);
    }

    /// <summary>Deletes a database and cuts off whoever is connected to it; no error when there is none.</summary>
    /// <param name="database">The database's name.</param>
    /// <param name="cancellationToken">Gives up when cancelled.</param>
    public async Task DropDatabaseAsync(string database, CancellationToken cancellationToken = default)
    {
        await using (var connection = new NpgsqlConnection(ConnectionString(database)))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {Quote(database)} WITH (FORCE)", cancellationToken);
    }

    /// <summary>Stops the server, deletes the cluster and waits until that is done.</summary>
    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private static string? FindPrograms()
    {
        const string installed = "/usr/lib/postgresql";
        return !Directory.Exists(installed)
            ? null
            : Directory.GetDirectories(installed)
                .OrderByDescending(version => decimal.TryParse(Path.GetFileName(version), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin"))
                .FirstOrDefault(programs => File.Exists(Path.Combine(programs, "initdb")) && File.Exists(Path.Combine(programs, "postgres")));
    }

    // A session of its own: Ctrl-C in the terminal reaches the tests, whose end then closes the keeper's input, and not the keeper first.
    // PostgreSQL refuses to run as root.
    private static ProcessStartInfo KeeperStart(string programs)
    {
        using var script = new StreamReader(typeof(PostgresCluster).Assembly.GetManifestResourceStream("throwaway-cluster.sh")!);
        string[] asAnother = Environment.IsPrivilegedProcess ? ["runuser", "-u", UnprivilegedUser(), "--"] : [];
        return new ProcessStartInfo("setsid", [.. asAnother, "sh", "-c", script.ReadToEnd(), "throwaway-cluster", programs])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static string UnprivilegedUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(Administration));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // CREATE DATABASE takes no parameters; every name is quoted above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 60;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
