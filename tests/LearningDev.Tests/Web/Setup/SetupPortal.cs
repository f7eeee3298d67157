using System.Text.RegularExpressions;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Web.Setup.Opening;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Web.Setup;

/// <summary>A portal in production that nobody has set up: an empty database, and no administrator in the configuration.</summary>
public partial class SetupPortal : PortalHost
{
    public const string UserName = "pat.jones";
    public const string Password = "heron-lantern-oats";

    private readonly PrintedCodes printed = new();

    protected override string Environment => "Production";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await printed.First;
    }

    /// <summary>Prints a new code on this portal's console and reads it.</summary>
    public async Task<string> NewCodeAsync()
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<SetupCodePrinter>().PrintAsync(always: true, CancellationToken.None);
        return printed.Last;
    }

    /// <summary>Looks after the code as the portal does every few seconds, and reads the newest that was printed.</summary>
    public async Task<string> LookedAfterCodeAsync()
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<SetupCodePrinter>().PrintAsync(always: false, CancellationToken.None);
        return printed.Last;
    }

    /// <summary>A browser that has opened set-up.</summary>
    public async Task<HttpClient> OpenedAsync()
    {
        var client = SignedOut();
        var code = await NewCodeAsync();
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/set-up")).Form(), ("Code", code));
        answer.Headers.Location!.OriginalString.ShouldBe("/set-up/council");
        return client;
    }

    /// <summary>A browser that has answered every question before the one at the path.</summary>
    public async Task<HttpClient> AtAsync(string path)
    {
        var client = await OpenedAsync();
        var at = "/set-up/council";
        while (at != path)
        {
            using var answer = await client.SubmitAsync((await client.GetPageAsync(at)).Form(), Answers(at));
            answer.Headers.Location.ShouldNotBeNull($"{at} was not taken");
            at = answer.Headers.Location.OriginalString;
        }

        return client;
    }

    /// <summary>What a test sees of the database.</summary>
    public async Task<T> LookAsync<T>(Func<PortalDb, Task<T>> look)
    {
        await using var scope = Scope();
        return await look(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>The events of the audit, oldest first.</summary>
    public Task<List<string>> EventsAsync() => LookAsync(db => db.AuditEntries.OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());

    protected override Task<DatabaseCopy> MakeDatabaseAsync() => EmptyDatabaseAsync();

    protected override void Configuration(IDictionary<string, string?> settings) => settings["Setup:AttemptsPerAddress"] = "1000";

    protected override void Configure(IServiceCollection services) => services.AddSingleton(new SetupConsole { Output = TextWriter.Synchronized(printed) });

    private static (string Name, string? Value)[] Answers(string path) => path switch
    {
        "/set-up/council" => [("CouncilName", "Westmarsh Borough Council"), ("SiteName", "Learn at Westmarsh")],
        "/set-up/nation" => [("Nation", "Scotland")],
        "/set-up/database" => TestDatabase.IsPostgres ? [] : [("Choice", "stay")],
        "/set-up/starting-point" => [("Recipe", "council")],
        "/set-up/administrator" =>
        [
            ("GivenName", "Pat"), ("FamilyName", "Jones"), ("Email", "pat.jones@westmarsh.example"), ("UserName", UserName), ("Password", Password),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "There is no such question."),
    };

    private sealed partial class PrintedCodes : StringWriter
    {
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => first.Task;

        public string Last { get; private set; } = "";

        public override void WriteLine(string? value)
        {
            Last = Code().Match(value ?? "").Value;
            first.TrySetResult();
        }

        [GeneratedRegex(@"\b[A-Z]{4}(-[A-Z]{4}){4}\b")]
        private static partial Regex Code();
    }
}
