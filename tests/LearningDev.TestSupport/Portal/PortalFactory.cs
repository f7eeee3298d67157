using LearningDev.Platform.Data;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Machine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LearningDev.TestSupport.Portal;

/// <summary>Starts the host's Program in this process, on the database that it is given.</summary>
internal sealed class PortalFactory(
    string connectionString, string environment, Action<IDictionary<string, string?>> configure, Action<IServiceCollection> services)
    : WebApplicationFactory<Program>
{
    private readonly Lazy<DirectoryInfo> folder = new(() => Directory.CreateTempSubdirectory("learningdev-node-"));
    private static readonly Lock Metadata = new();
    private static IModelMetadataProvider? metadata;
    private string? sqliteConnection;

    public void Start(bool answersBrowsers)
    {
        if (answersBrowsers)
        {
            UseKestrel(0);
        }
        else if (environment == Environments.Production)
        {
            ClientOptions.BaseAddress = new Uri("https://learning.council.example/");
        }

        StartServer();
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        sqliteConnection = db.IsSqlite ? db.Database.GetConnectionString() : null;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (folder.IsValueCreated)
        {
            folder.Value.Delete(recursive: true);
        }

        if (sqliteConnection is not null)
        {
            await using var connection = new SqliteConnection(sqliteConnection);
            SqliteConnection.ClearPool(connection);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseContentRoot(RepositoryRoot.Combine("src/LearningDev.Web"));
        builder.ConfigureServices(all =>
        {
            // Keys of the machine's user would outlive the tests.
            all.AddDataProtection().UseEphemeralDataProtectionProvider();
            // What pages share stays known, so that their queries can be counted however slow the machine is.
            all.AddSingleton(new PortalCacheLifetime(TimeSpan.FromHours(1)));
            // What is known of page models by reflection is the same in every host, and takes a third of the time that one needs to start.
            all.AddSingleton(SharedMetadata);
            services(all);
        });
    }

    private static IModelMetadataProvider SharedMetadata(IServiceProvider services)
    {
        lock (Metadata)
        {
            return metadata ??= new DefaultModelMetadataProvider(services.GetRequiredService<ICompositeMetadataDetailsProvider>(), services.GetRequiredService<IOptions<MvcOptions>>());
        }
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Database:Provider"] = TestDatabase.IsPostgres ? nameof(DatabaseProvider.Postgres) : nameof(DatabaseProvider.Sqlite),
            ["Database:ConnectionString"] = connectionString,
            ["Logging:LogLevel:Default"] = "Warning",
            // Tests write what was searched for when they want it written, so that it is no query of theirs.
            ["Search:Evidence:Interval"] = "1.00:00:00",
            // Tests deliver messages and run jobs when they want it done.
            ["SignIn:ActivityInterval"] = "1.00:00:00",
            ["Outbox:Deliver"] = "false",
            ["Jobs:Run"] = "false",
            ["Workflows:Run"] = "false",
            ["Node:Folder"] = folder.Value.FullName,
            ["Confidential:KeyFolder"] = ConfidentialKeyFolder.Path,
        };
        configure(settings);
        // The host's own configuration is read before the services are registered; what is added later comes too late for the database.
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
        return base.CreateHost(builder);
    }
}
