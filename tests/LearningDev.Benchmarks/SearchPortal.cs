using System.Globalization;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.TestSupport.Data;
using LearningDev.Web.Migrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Benchmarks;

/// <summary>The portal's own search on an empty database, without a web server, for collections that are no content of a council.</summary>
internal sealed class SearchPortal : IAsyncDisposable
{
    /// <summary>The collection that the documents are put into.</summary>
    public const string Collection = "benchmark";

    private const int Batch = 500;

    private static readonly SearchReader Everybody = new([]);

    private readonly DatabaseCopy database;
    private readonly WebApplication host;

    private SearchPortal(DatabaseCopy database, WebApplication host)
    {
        this.database = database;
        this.host = host;
    }

    /// <summary>Makes an empty database and brings it to the newest schema.</summary>
    /// <param name="postgres">True for PostgreSQL, false for SQLite.</param>
    public static async Task<SearchPortal> StartAsync(bool postgres)
    {
        AppContext.SetData("LearningDev.TestDatabase", postgres ? "PostgreSQL" : "SQLite");
        var database = await DatabaseCopy.EmptyAsync();
        var builder = WebApplication.CreateBuilder(
            [$"--Database:Provider={(postgres ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite)}", $"--Database:ConnectionString={database.ConnectionString}"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddPortalDatabase<SqlitePortalDb, PostgresPortalDb>();
        builder.AddPortal(HostModules.All);
        var host = builder.Build();
        await host.MigrateAsync();
        return new SearchPortal(database, host);
    }

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Has the portal index documents.</summary>
    public async Task IndexAsync(IEnumerable<SearchDocument> documents)
    {
        foreach (var batch in documents.Chunk(Batch))
        {
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var index = scope.ServiceProvider.GetRequiredService<SearchIndex>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await index.WriteAllAsync(batch, wordsAreCounted: true, CancellationToken.None);
            await transaction.CommitAsync();
        }
    }

    /// <summary>Searches as anybody does.</summary>
    public async Task<SearchResults> SearchAsync(
        string text, int page = 1, int size = 20, IReadOnlyDictionary<string, IReadOnlySet<string>>? filters = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SearchService>().SearchAsync(new SearchQuery
        {
            Collection = Collection,
            Reader = Everybody,
            Text = text,
            Page = page,
            Size = size,
            Filters = filters ?? new Dictionary<string, IReadOnlySet<string>>(),
        });
    }

    /// <summary>A document of the collection.</summary>
    public static SearchDocument Document(string id, string title, string body) => new()
    {
        Collection = Collection,
        ContentItemId = id,
        ContentType = "Document",
        Title = title,
        Url = string.Create(CultureInfo.InvariantCulture, $"/{id}"),
        Body = body,
        PublishedUtc = DateTime.UnixEpoch,
    };

    /// <summary>Stops the services and deletes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }
}
