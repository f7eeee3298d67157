using System.Collections.Concurrent;
using System.Security.Claims;
using System.Threading.Channels;
using LearningDev.Platform.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Scheduling;

/// <summary>
/// Does work of one kind that people have asked for, one piece after the other, apart from the requests that asked: long work outlasts what browsers and
/// proxies wait for. It is done in the name of whoever asked, each piece in a scope of its own. What is to be done is kept in rows; the queue knows ids alone.
/// </summary>
/// <typeparam name="TPlace">How the work tells how far it is.</typeparam>
public abstract class WorkQueue<TPlace>(IServiceScopeFactory scopes, ILogger log) : BackgroundService where TPlace : class
{
    /// <summary>Whoever has said nothing for so long does not work any more.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    private readonly Channel<QueuedWork<TPlace>> queue = Channel.CreateUnbounded<QueuedWork<TPlace>>();
    private readonly ConcurrentDictionary<string, QueuedWork<TPlace>> known = new(StringComparer.Ordinal);

    /// <summary>Puts a piece of work into the queue.</summary>
    /// <param name="id">The id of what is to be worked on.</param>
    /// <param name="person">Who asked.</param>
    public void Begin(string id, ClaimsPrincipal person)
    {
        var work = new QueuedWork<TPlace>(id, person);
        known[id] = work;
        queue.Writer.TryWrite(work);
    }

    /// <summary>The work that waits or is being done on this node; null when there is none.</summary>
    public QueuedWork<TPlace>? Find(string id) => known.GetValueOrDefault(id);

    /// <summary>Waits until a piece of work has ended, but no longer than told.</summary>
    public async Task WaitAsync(string id, TimeSpan longest, CancellationToken cancellation)
    {
        if (Find(id) is { } work)
        {
            await Task.WhenAny(work.Ended, Task.Delay(longest, cancellation));
        }
    }

    /// <summary>Does a piece of work.</summary>
    /// <param name="services">The services of the work's scope, in which the person who asked is the current one.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Stops it when the portal stops.</param>
    protected abstract Task WorkAsync(IServiceProvider services, QueuedWork<TPlace> work, CancellationToken cancellation);

    /// <summary>Writes down that a piece of work has failed for a reason that is in the log.</summary>
    protected abstract Task FailAsync(IServiceProvider services, string id, CancellationToken cancellation);

    /// <summary>Writes down, every few seconds, that the work goes on, so that other nodes see it.</summary>
    protected abstract Task TellAliveAsync(IServiceProvider services, string id, CancellationToken cancellation);

    /// <summary>Looks, when the portal starts, for work that a stop has left behind.</summary>
    protected virtual Task ResumeAsync(IServiceProvider services, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TryAsync(ResumeAsync, "What was left behind cannot be gone on with", stoppingToken);
            await WorkOnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It was told to stop. A service that ends with an exception would take the portal along.
        }
    }

    private async Task WorkOnAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in queue.Reader.ReadAllAsync(stoppingToken))
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var pulse = BeatAsync(work.Id, ended.Token);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs(work.Person);
                await WorkAsync(scope.ServiceProvider, work, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "The work on {Id} failed", work.Id);
                await TryAsync((services, cancellation) => FailAsync(services, work.Id, cancellation), "Work cannot be marked as failed", stoppingToken);
            }
            finally
            {
                known.TryRemove(KeyValuePair.Create(work.Id, work));
                await ended.CancelAsync();
                await pulse;
                work.End();
            }
        }
    }

    private async Task TryAsync(Func<IServiceProvider, CancellationToken, Task> act, string complaint, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(fault, "{Complaint}", complaint);
        }
    }

    private async Task BeatAsync(string id, CancellationToken cancellation)
    {
        try
        {
            using var timer = new PeriodicTimer(Pulse);
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await using var scope = scopes.CreateAsyncScope();
                await TellAliveAsync(scope.ServiceProvider, id, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "Nobody can be told that the work on {Id} goes on", id);
        }
    }
}

/// <summary>A piece of work, with how far it is.</summary>
/// <typeparam name="TPlace">How the work tells how far it is.</typeparam>
public sealed class QueuedWork<TPlace>(string id, ClaimsPrincipal person) : IProgress<TPlace> where TPlace : class
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The id of what is worked on.</summary>
    public string Id { get; } = id;

    /// <summary>Who asked.</summary>
    public ClaimsPrincipal Person { get; } = person;

    /// <summary>Completes when the work has ended, well or not.</summary>
    public Task Ended => ended.Task;

    /// <summary>How far it is; null until it has begun.</summary>
    public TPlace? Place { get; private set; }

    /// <inheritdoc />
    public void Report(TPlace value) => Place = value;

    internal void End() => ended.TrySetResult();
}
