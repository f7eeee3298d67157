using AngleSharp.Html.Dom;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Portal;

/// <summary>
/// The whole portal with the demonstration council, for one test class: <c>IClassFixture&lt;PortalHost&gt;</c>. Its database is a copy of
/// one that is filled once per test process, so that the class may change what it likes. Derive from it to change the environment, the
/// configuration or the services.
/// </summary>
public class PortalHost : IAsyncLifetime, IAsyncDisposable
{
    private static readonly SeededDatabase Demonstration = new(TestDatabase.IsPostgres, connectionString => FillAsync(connectionString));

    private DatabaseCopy? database;
    private PortalFactory? factory;

    /// <summary>The commands that the portal has sent to its database.</summary>
    public QueryCounter Queries { get; } = new();

    /// <summary>The portal's clock: the right time until a test changes it.</summary>
    public PortalClock Clock { get; } = new();

    /// <summary>Where the portal answers a browser; only when it <see cref="AnswersBrowsers"/>.</summary>
    public Uri Address => Factory.ClientOptions.BaseAddress;

    /// <summary>The name of the host's environment.</summary>
    protected virtual string Environment => "Demonstration";

    /// <summary>True to listen on a free port, for browsers; otherwise requests never leave the process.</summary>
    protected virtual bool AnswersBrowsers => false;

    private PortalFactory Factory => factory ?? throw new InvalidOperationException("The portal has not been started.");

    /// <summary>Starts the portal on a database of its own.</summary>
    public virtual async Task InitializeAsync()
    {
        database = await MakeDatabaseAsync();
        factory = new PortalFactory(database.ConnectionString, Environment, Configuration, services =>
        {
            Queries.AddTo(services);
            Clock.AddTo(services);
            Configure(services);
        });
        factory.Start(AnswersBrowsers);
        Queries.Restart();
    }

    /// <summary>Stops the portal and deletes its database.</summary>
    public virtual async Task DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser at which nobody is signed in. It keeps cookies and does not follow redirects.</summary>
    public HttpClient SignedOut() => Factory.CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = Factory.ClientOptions.BaseAddress,
    });

    /// <summary>A browser at which an account of the demonstration council is signed in, through the form on the sign-in page.</summary>
    /// <param name="userName">For example "employee", "editor" or "administrator".</param>
    /// <exception cref="XunitException">The sign-in page offers no such account, or refuses it.</exception>
    public async Task<HttpClient> SignedInAsAsync(string userName)
    {
        var client = SignedOut();
        await client.SignInAsync(userName);
        return client;
    }

    /// <summary>Opens a page as an account of the demonstration council; the status must be 200.</summary>
    /// <param name="url">The page's address below the portal's root.</param>
    /// <param name="userName">Who looks at it; null for nobody signed in.</param>
    public async Task<IHtmlDocument> GetDocumentAsync(string url, string? userName = "employee")
    {
        using var client = userName is null ? SignedOut() : await SignedInAsAsync(userName);
        return await client.GetPageAsync(url);
    }

    /// <summary>The id of an account.</summary>
    /// <param name="userName">For example "employee".</param>
    public async Task<string> PersonIdAsync(string userName)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync();
    }

    /// <summary>A scope of the portal's services, as a job has it: nobody is signed in.</summary>
    public AsyncServiceScope Scope() => Factory.Services.CreateAsyncScope();

    /// <summary>The database that the portal starts on: by default a copy of the demonstration council's.</summary>
    protected virtual Task<DatabaseCopy> MakeDatabaseAsync() => Demonstration.CopyAsync();

    /// <summary>A copy of the demonstration council's database, for a <see cref="PortalProcess"/> or another host.</summary>
    public static Task<DatabaseCopy> DemonstrationDatabaseAsync() => Demonstration.CopyAsync();

    /// <summary>An empty database, for a portal that starts for the first time.</summary>
    protected static Task<DatabaseCopy> EmptyDatabaseAsync() => DatabaseCopy.EmptyAsync();

    /// <summary>Changes the host's configuration; keys as "Setup:Recipe".</summary>
    protected virtual void Configuration(IDictionary<string, string?> settings)
    {
    }

    /// <summary>Changes the portal's services.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    private static async Task FillAsync(string connectionString)
    {
        await using var portal = new PortalFactory(connectionString, "Demonstration", _ => { }, _ => { });
        portal.Start(answersBrowsers: false);
    }
}
