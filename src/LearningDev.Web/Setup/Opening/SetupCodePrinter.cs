using System.Globalization;
using LearningDev.Platform.Data;

namespace LearningDev.Web.Setup.Opening;

/// <summary>The console of the host.</summary>
internal sealed class SetupConsole
{
    /// <summary>Where the code is printed.</summary>
    public TextWriter Output { get; set; } = Console.Out;
}

/// <summary>
/// While the portal waits to be set up, prints the code that opens set-up on the console: at the start, and a new one when it has been used, has
/// expired, or has seen too many wrong ones.
/// </summary>
internal sealed partial class SetupCodePrinter(
    IServiceScopeFactory scopes, SetupState state, SetupConsole console, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<SetupCodePrinter> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim printing = new(1);

    /// <summary>The name under which this machine's code is kept.</summary>
    public static string Node => Environment.MachineName;

    /// <summary>Prints a new code if this node has none that can be used.</summary>
    /// <param name="always">True to replace one that can be used too.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when the portal is set up and no code is needed any more.</returns>
    public async Task<bool> PrintAsync(bool always, CancellationToken cancellation)
    {
        await printing.WaitAsync(cancellation);
        try
        {
            return await PrintInTurnAsync(always, cancellation);
        }
        finally
        {
            printing.Release();
        }
    }

    public override void Dispose()
    {
        printing.Dispose();
        base.Dispose();
    }

    private async Task<bool> PrintInTurnAsync(bool always, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await state.IsOpenAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), cancellation))
        {
            return false;
        }

        var codes = scope.ServiceProvider.GetRequiredService<SetupCodes>();
        if (always || !await codes.IsUsableAsync(Node, cancellation))
        {
            var code = await codes.IssueAsync(Node, cancellation);
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

                  The portal is not set up yet. Open it in a browser and enter this code:

                      {code}

                  It can be used once, until {time.GetUtcNow().UtcDateTime + SetupCodes.Lifetime:HH:mm} UTC. Then another one is printed here.

                """));
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Below the lines that say where the portal listens.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var isFirst = true;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (!await PrintAsync(always: isFirst, stoppingToken))
                {
                    return;
                }

                isFirst = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // A database that is away for a while, or busy with the set-up itself.
                LogFailed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The set-up code could not be looked after; it will be tried again")]
    private partial void LogFailed(Exception fault);
}
