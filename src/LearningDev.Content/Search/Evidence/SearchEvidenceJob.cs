using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Search.Evidence;

/// <summary>Brings what <see cref="SearchEvidence"/> has counted to the database every few seconds and when the portal stops.</summary>
internal sealed partial class SearchEvidenceJob(SearchEvidence evidence, SearchEvidenceOptions options, ILogger<SearchEvidenceJob> log) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(evidence.FlushAsync, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(evidence.FlushAsync, stoppingToken);
                await TryAsync(evidence.SweepAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The portal stops; what is left is written then.
        }
    }

    // Counting searches must never bring the portal down.
#pragma warning disable CA1031
    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        try
        {
            await act(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was counted has been put back.
        }
        catch (Exception fault)
        {
            NotWritten(fault);
        }
    }
#pragma warning restore CA1031

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was searched for could not be written; it is tried again")]
    private partial void NotWritten(Exception fault);
}

/// <summary>How often counts are written; the configuration's section "Search:Evidence".</summary>
internal sealed class SearchEvidenceOptions
{
    /// <summary>The time between two times of writing: ten seconds.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);
}
