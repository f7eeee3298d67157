using System.Diagnostics;
using System.Net;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Machine;
using Xunit.Sdk;

namespace LearningDev.TestSupport.Portal;

/// <summary>The built host as a process of its own, for what only a process can show: being killed, and sharing a database.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly List<string> printed;

    private PortalProcess(Process process, Uri address, List<string> printed)
    {
        this.process = process;
        this.printed = printed;
        Address = address;
    }

    /// <summary>Where the portal answers.</summary>
    public Uri Address { get; }

    /// <summary>What the process has printed so far.</summary>
    public string Printed
    {
        get
        {
            lock (printed)
            {
                return string.Join('\n', printed);
            }
        }
    }

    /// <summary>Starts the host and waits until it listens.</summary>
    /// <param name="connectionString">The database, of the product that this process tests on.</param>
    /// <param name="settings">Further configuration, with keys as "Outbox:Deliver".</param>
    /// <exception cref="CommandFailedException">The host is not built, or ended while starting.</exception>
    public static async Task<PortalProcess> StartAsync(string connectionString, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = Start(connectionString, settings);
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        List<string> printed = [];
        void Keep(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (printed)
            {
                printed.Add(line);
            }

            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
            }
        }

        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Exited += (_, _) =>
        {
            lock (printed)
            {
                address.TrySetException(new CommandFailedException($"The host ended while starting:\n{string.Join('\n', printed)}"));
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new PortalProcess(process, await address.Task.WaitAsync(LongestStart), printed);
    }

    /// <summary>A browser at which an account of the demonstration council is signed in. It keeps cookies and does not follow redirects.</summary>
    public async Task<HttpClient> SignedInAsAsync(string userName)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        var page = await client.GetPageAsync("/sign-in");
        using var answer = await client.SubmitAsync(page.Forms.First(form => form.QuerySelector($"input[value='{userName}']") is not null));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? client
            : throw new XunitException($"Signing in as {userName} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Ends the process as a power cut would: at once and without a word (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Stops the process as an operator does (SIGTERM), and waits until it has ended.</summary>
    public async Task StopAsync()
    {
        if (!process.HasExited)
        {
            await Commands.RunAsync("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static ProcessStartInfo Start(string connectionString, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        // The tests' own folder ends as the host's does: bin/Debug/net10.0.
        var built = Path.Combine("bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "LearningDev.Web.dll");
        var project = RepositoryRoot.Combine("src", "LearningDev.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, built)])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Dictionary<string, string?> all = new()
        {
            ["Database:Provider"] = TestDatabase.IsPostgres ? "Postgres" : "Sqlite",
            ["Database:ConnectionString"] = connectionString,
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        foreach (var (key, value) in all)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Demonstration";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        return start;
    }
}
