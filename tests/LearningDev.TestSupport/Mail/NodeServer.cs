using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LearningDev.TestSupport.Machine;

namespace LearningDev.TestSupport.Mail;

/// <summary>A server in Node.js, started from a script of this folder. It ends with the test process, however that ends.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private bool disposed;

    private NodeServer(Process process) => this.process = process;

    /// <summary>Starts a script and waits for the first line that it prints.</summary>
    /// <param name="script">The script's name in the folder Mail.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="printed">Told each line that it prints, the first included.</param>
    /// <exception cref="CommandFailedException">Node.js or its packages are missing, or the script ended.</exception>
    public static async Task<NodeServer> StartAsync(string script, IEnumerable<string> arguments, Action<string> printed)
    {
        var project = RepositoryRoot.Combine("tests", "LearningDev.TestSupport");
        await NodePackages.EnsureAsync(project);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("node", [Path.Combine(project, "Mail", script), .. arguments])
            {
                WorkingDirectory = project,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        List<string> errors = [];
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                printed(line.Data);
                started.TrySetResult();
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.Add(line.Data ?? "");
            }
        };
        process.Exited += (_, _) => started.TrySetException(new CommandFailedException($"{script} ended: {string.Join('\n', errors)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await started.Task.WaitAsync(LongestStart);
        return new NodeServer(process);
    }

    /// <summary>A port of this machine that nobody uses.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
