using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Data;

/// <summary>Registers <see cref="PortalDb"/> on the configured database.</summary>
public static class DatabaseServices
{
    /// <summary>Registers the portal's database; the host says which context, with its migrations, serves which product.</summary>
    /// <typeparam name="TSqlite">The host's context for SQLite.</typeparam>
    /// <typeparam name="TPostgres">The host's context for PostgreSQL.</typeparam>
    public static IHostApplicationBuilder AddPortalDatabase<TSqlite, TPostgres>(this IHostApplicationBuilder host)
        where TSqlite : PortalDb
        where TPostgres : PortalDb
    {
        var options = Options(host);
        host.Services.AddSingleton(options);
        host.Services.AddMemoryCache();
        host.Services.AddSingleton(PortalCacheLifetime.Usual);
        host.Services.AddSingleton<PortalCache>();
        if (options.Provider == DatabaseProvider.Postgres)
        {
            host.Services.AddDbContext<PortalDb, TPostgres>((services, context) =>
                Configure(context.UseNpgsql(options.ConnectionString), services));
        }
        else
        {
            var connection = SqliteConnectionString(options.ConnectionString, host.Environment.ContentRootPath);
            host.Services.AddSingleton<SqliteStart>();
            host.Services.AddDbContext<PortalDb, TSqlite>((services, context) =>
                Configure(context.UseSqlite(connection), services));
        }

        return host;
    }

    /// <summary>Which database is configured, and how to connect to it.</summary>
    internal static (bool IsSqlite, string ConnectionString) ConnectionOf(IHostApplicationBuilder host) => Options(host) switch
    {
        { Provider: DatabaseProvider.Postgres } postgres => (false, postgres.ConnectionString),
        var sqlite => (true, SqliteConnectionString(sqlite.ConnectionString, host.Environment.ContentRootPath)),
    };

    private static DatabaseOptions Options(IHostApplicationBuilder host) =>
        host.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();

    private static void Configure(DbContextOptionsBuilder context, IServiceProvider services)
    {
        // A test compares the model with the migrations. At every start it would take a sixth of the time.
        context.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        context.AddInterceptors(new CommitInterceptor());
        context.AddInterceptors(services.GetServices<IInterceptor>());
    }

    private static string SqliteConnectionString(string configured, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(configured) { ForeignKeys = true };
        if (builder.DataSource.Length == 0)
        {
            builder.DataSource = Path.Combine(contentRoot, "App_Data", "learningdev.db");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return builder.ToString();
    }
}

/// <summary>Sets what a SQLite file keeps for good: the write-ahead log, so that readers never wait for a writer.</summary>
internal sealed class SqliteStart
{
    public static Task PrepareAsync(PortalDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
}
