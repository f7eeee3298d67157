using LearningDev.Content.Recipes;

namespace LearningDev.Web.Setup.Running;

/// <summary>
/// Sets the portal up beside the request that asked for it, so that no browser or proxy gives up on a recipe that takes long. At most one at a time.
/// </summary>
internal sealed partial class SetupRun(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<SetupRun> log)
{
    private readonly Lock starting = new();
    private volatile Task running = Task.CompletedTask;
    private volatile Installation? installation;
    private volatile string? failure;

    /// <summary>True while it runs.</summary>
    public bool IsRunning => !running.IsCompleted;

    /// <summary>How many rows it has written so far.</summary>
    public int RowsWritten => installation?.RowsWritten ?? 0;

    /// <summary>Why the last run failed; null when it has not.</summary>
    public string? Failure => failure;

    /// <summary>Begins, unless it runs already.</summary>
    public void Start(SetupAnswers answers)
    {
        lock (starting)
        {
            if (IsRunning)
            {
                return;
            }

            failure = null;

            // The run outlives the request, so the request must not be what the run finds when it asks who acts.
            using (ExecutionContext.SuppressFlow())
            {
                running = Task.Run(() => RunAsync(answers));
            }
        }
    }

    /// <summary>
    /// How long somebody who asks is kept waiting: shorter than any proxy's patience, longer than most recipes take.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Waits until the run is over, or for as long as one may keep somebody waiting.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await Task.WhenAny(running, Task.Delay(Patience, cancellation));

    private async Task RunAsync(SetupAnswers answers)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            installation = scope.ServiceProvider.GetRequiredService<Installation>();
            await installation.RunAsync(answers, lifetime.ApplicationStopping);
        }
        catch (Exception fault) when (fault is RecipeException or InvalidOperationException)
        {
            LogFailed(fault);
            failure = fault.Message;
        }
        catch (Exception fault)
        {
            LogFailed(fault);
            failure = "Something unexpected went wrong. The log of the portal says more.";
        }
        finally
        {
            installation = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The portal could not be set up; the database is as it was")]
    private partial void LogFailed(Exception fault);
}
