using System.Diagnostics;
using System.Net;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Machine;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Portal;

/// <summary>
/// The built host as a process of its own, for what a test cannot do inside its own process: killing it, running it twice on one database, its commands and signals.
/// It is the build that lies beside the tests.
/// </summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder printed = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The host ended while starting. It printed:{Environment.NewLine}{Printed}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where the portal answers.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What the process has printed so far, on both its outputs.</summary>
    public string Printed
    {
        get
        {
            lock (printed)
            {
                return printed.ToString();
            }
        }
    }

    /// <summary>The exit code, or null while it runs. A process that was killed has 137.</summary>
    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    /// <summary>Starts the web server and waits until it is ready.</summary>
    /// <param name="portal">Which database, environment and configuration.</param>
    /// <exception cref="InvalidOperationException">The host ended while starting; the message has what it printed.</exception>
    public static async Task<PortalProcess> StartAsync(PortalProcessOptions portal)
    {
        var started = new PortalProcess(Start(portal, [], "http://127.0.0.1:0"));
        try
        {
            started.Address = await started.address.Task.WaitAsync(LongestStart);
            using var client = new HttpClient { BaseAddress = started.Address };
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            ready.EnsureSuccessStatusCode();
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the web server and waits until it is ready.</summary>
    /// <param name="connectionString">The database, of the product that this process tests on.</param>
    /// <param name="settings">Further configuration, with keys as "Outbox:Deliver".</param>
    /// <exception cref="InvalidOperationException">The host ended while starting; the message has what it printed.</exception>
    public static Task<PortalProcess> StartAsync(string connectionString, params IEnumerable<KeyValuePair<string, string?>> settings) =>
        StartAsync(new PortalProcessOptions(connectionString, TestDatabase.IsPostgres, Settings: settings.ToDictionary(pair => pair.Key, pair => pair.Value ?? "")));

    /// <summary>A browser at which an account of the demonstration council is signed in. It keeps cookies and does not follow redirects.</summary>
    /// <exception cref="XunitException">The sign-in page refuses it.</exception>
    public async Task<HttpClient> SignedInAsAsync(string userName)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        var page = await client.GetPageAsync("/sign-in");
        using var answer = await client.SubmitAsync(page.Forms.First(form => form.QuerySelector($"input[value='{userName}']") is not null));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? client
            : throw new XunitException($"Signing in as {userName} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Starts a command of the host, or the web server, without waiting for anything.</summary>
    public static PortalProcess Begin(PortalProcessOptions portal, params IReadOnlyList<string> arguments) => new(Start(portal, arguments, "http://127.0.0.1:0"));

    /// <summary>Runs a command of the host to its end, whatever its exit code.</summary>
    /// <param name="portal">Which database, environment and configuration.</param>
    /// <param name="arguments">The command's words and arguments.</param>
    public static Task<CommandResult> RunAsync(PortalProcessOptions portal, params IReadOnlyList<string> arguments)
    {
        var start = Start(portal, arguments, "http://127.0.0.1:0");
        return Commands.RunAsync(start.FileName, [.. start.ArgumentList], new CommandOptions
        {
            Folder = start.WorkingDirectory,
            Environment = portal.Variables().ToDictionary(),
            WelcomeExitCodes = [0, 1, 2],
            TimeLimit = LongestStart,
        });
    }

    /// <summary>Kills the process at once, as a power cut would (SIGKILL), and waits until it has gone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop, as an operator does (SIGTERM), and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
        {
            await Commands.RunAsync("kill", ["-TERM", $"{process.Id}"], new CommandOptions { WelcomeExitCodes = [0, 1] });
        }

        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Waits until the process ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Kills the process if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static ProcessStartInfo Start(PortalProcessOptions portal, IReadOnlyList<string> arguments, string urls)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LearningDev.Web.dll"), .. arguments])
        {
            WorkingDirectory = RepositoryRoot.Combine("src", "LearningDev.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = urls;
        foreach (var (name, value) in portal.Variables())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (printed)
        {
            printed.AppendLine(line);
        }

        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
        {
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Split('"')[0]));
        }
    }
}

/// <summary>On what a process of the host runs.</summary>
/// <param name="ConnectionString">How it connects to its database.</param>
/// <param name="IsPostgres">True for PostgreSQL, false for SQLite.</param>
/// <param name="Environment">The name of the host's environment.</param>
/// <param name="Settings">More configuration; keys as "Setup:Recipe".</param>
public sealed record PortalProcessOptions(
    string ConnectionString, bool IsPostgres, string Environment = "Demonstration", IReadOnlyDictionary<string, string>? Settings = null)
{
    /// <summary>A process on a database of a test's own.</summary>
    public static PortalProcessOptions On(DatabaseCopy database) => new(database.ConnectionString, database.IsPostgres);

    internal IEnumerable<KeyValuePair<string, string>> Variables() =>
    [
        new("ASPNETCORE_ENVIRONMENT", Environment),
        new("Database__Provider", IsPostgres ? nameof(DatabaseProvider.Postgres) : nameof(DatabaseProvider.Sqlite)),
        new("Database__ConnectionString", ConnectionString),
        .. (Settings ?? new Dictionary<string, string>()).Select(pair => KeyValuePair.Create(pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value)),
    ];
}
