using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Data;
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
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly StringBuilder printed = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Regex Pattern, TaskCompletionSource<string> Found)> awaited = [];

    private PortalProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) =>
        {
            var ended = new InvalidOperationException($"The host has ended. It printed:{Environment.NewLine}{Printed}");
            address.TrySetException(ended);
            lock (printed)
            {
                awaited.ForEach(one => one.Found.TrySetException(ended));
            }
        };
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

    /// <summary>The time from the start of the process to the first 200 of /health/ready.</summary>
    public TimeSpan UntilReady { get; private set; }

    /// <summary>The memory that the process holds, in bytes.</summary>
    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The exit code, or null while it runs. A process that was killed has 137.</summary>
    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    /// <summary>Starts the web server and waits until it is ready.</summary>
    /// <param name="portal">Which database, environment and configuration.</param>
    /// <exception cref="InvalidOperationException">The host ended while starting; the message has what it printed.</exception>
    public static async Task<PortalProcess> StartAsync(PortalProcessOptions portal)
    {
        var watch = Stopwatch.StartNew();
        var started = Begin(portal);
        try
        {
            started.Address = await started.address.Task.WaitAsync(LongestStart);
            // A test's certificate is nobody's.
            using var anyCertificate = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
            using var client = new HttpClient(anyCertificate) { BaseAddress = started.Address };
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            ready.EnsureSuccessStatusCode();
            started.UntilReady = watch.Elapsed;
            return started;
        }
        catch (Exception fault)
        {
            await started.DisposeAsync();
            if (fault is TimeoutException)
            {
                throw new InvalidOperationException($"The host was not ready within {LongestStart.TotalMinutes} minutes. It printed:{Environment.NewLine}{started.Printed}", fault);
            }

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
        await client.SignInAsync(userName);
        return client;
    }

    /// <summary>Starts a command of the host, or the web server, without waiting for anything.</summary>
    public static PortalProcess Begin(PortalProcessOptions portal, params IReadOnlyList<string> arguments) => new(Start(portal, arguments));

    /// <summary>Runs a command of the host to its end, whatever its exit code.</summary>
    /// <param name="portal">Which database, environment and configuration.</param>
    /// <param name="arguments">The command's words and arguments.</param>
    public static Task<CommandResult> RunAsync(PortalProcessOptions portal, params IReadOnlyList<string> arguments)
    {
        var start = Start(portal, arguments);
        return Commands.RunAsync(start.FileName, [.. start.ArgumentList], new CommandOptions
        {
            Folder = start.WorkingDirectory,
            Environment = portal.Variables().ToDictionary(),
            WelcomeExitCodes = [0, 1, 2],
            TimeLimit = LongestCommand,
        });
    }

    /// <summary>Waits until the process prints what matches, or has printed it.</summary>
    /// <param name="pattern">What is waited for, within one line.</param>
    /// <returns>What matched.</returns>
    /// <exception cref="InvalidOperationException">The process ended before.</exception>
    public async Task<string> PrintsAsync(Regex pattern)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (printed)
        {
            if (printed.ToString().Split('\n').Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success) is { } match)
            {
                return match.Value;
            }

            awaited.Add((pattern, found));
        }

        return await found.Task.WaitAsync(LongestStart);
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

    private static ProcessStartInfo Start(PortalProcessOptions portal, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LearningDev.Web.dll"), .. arguments])
        {
            WorkingDirectory = RepositoryRoot.Combine("src", "LearningDev.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
            foreach (var (pattern, found) in awaited)
            {
                if (pattern.Match(line) is { Success: true } match)
                {
                    found.TrySetResult(match.Value);
                }
            }
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
    /// <summary>A process on a SQLite file in a folder.</summary>
    public static PortalProcessOptions In(string folder) => new($"Data Source={Path.Combine(folder, "learningdev.db")}", IsPostgres: false);

    /// <summary>A process on a database of a test's own.</summary>
    public static PortalProcessOptions On(DatabaseCopy database) => new(database.ConnectionString, database.IsPostgres);

    internal IEnumerable<KeyValuePair<string, string>> Variables() =>
    [
        new("ASPNETCORE_ENVIRONMENT", Environment),
        new("ASPNETCORE_URLS", "http://127.0.0.1:0"),
        new("Database__Provider", IsPostgres ? nameof(DatabaseProvider.Postgres) : nameof(DatabaseProvider.Sqlite)),
        new("Database__ConnectionString", ConnectionString),
        new("Confidential__KeyFolder", ConfidentialKeyFolder.Path),
        .. (Settings ?? new Dictionary<string, string>()).Select(pair => KeyValuePair.Create(pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value)),
    ];
}
