using System.Diagnostics;
using LearningDev.TestSupport.Machine;

namespace LearningDev.Benchmarks;

/// <summary>The built host as a process of its own, on a database that the benchmark gives it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private PortalProcess(Process process, Uri address, TimeSpan untilReady)
    {
        this.process = process;
        Address = address;
        UntilReady = untilReady;
    }

    /// <summary>Where the portal answers.</summary>
    public Uri Address { get; }

    /// <summary>The time from the start of the process to the first 200 of /health/ready.</summary>
    public TimeSpan UntilReady { get; }

    /// <summary>The memory that the process holds, in bytes.</summary>
    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts the host and waits until it is ready.</summary>
    /// <param name="folder">The folder of the database; empty for a first start.</param>
    /// <exception cref="InvalidOperationException">The host is not built, or ended while starting.</exception>
    public static async Task<PortalProcess> StartAsync(string folder)
    {
        var start = Start(folder);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf(Listening, StringComparison.Ordinal) is int at and >= 0)
            {
                address.TrySetResult(new Uri(line.Data[(at + Listening.Length)..]));
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                Console.Error.WriteLine(line.Data);
            }
        };
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The host ended while starting. Is it built?"));
        var watch = Stopwatch.StartNew();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var url = await address.Task.WaitAsync(LongestStart);
        using var client = new HttpClient { BaseAddress = url };
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ready.EnsureSuccessStatusCode();
        return new PortalProcess(process, url, watch.Elapsed);
    }

    /// <summary>Runs a command of the host, which prints on this console, and waits for its end.</summary>
    /// <param name="folder">The folder of the database; empty for a first start.</param>
    /// <param name="arguments">The command's words and arguments.</param>
    /// <exception cref="InvalidOperationException">The command was refused.</exception>
    public static async Task RunCommandAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = Start(folder, arguments);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await output}{await error}");
        }
    }

    private static ProcessStartInfo Start(string folder, params IEnumerable<string> arguments)
    {
        // The benchmark's own folder ends as the host's does: bin/Release/net10.0.
        var built = Path.Combine("bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "LearningDev.Web.dll");
        var project = RepositoryRoot.Combine("src", "LearningDev.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, built), .. arguments])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Demonstration";
        start.Environment["RateLimits__Enabled"] = "false";
        start.Environment["Database__ConnectionString"] = $"Data Source={Path.Combine(folder, "learningdev.db")}";
        return start;
    }

    /// <summary>Stops the host as an operator does, so that the next start finds everything in order.</summary>
    public async ValueTask DisposeAsync()
    {
        await Commands.RunAsync("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
