using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Workflows.Triggers;

/// <summary>Goes on with the steps whose time has come, each in a transaction of its own. It reads nothing but what is due.</summary>
internal sealed partial class TimerJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<TimerJob> log) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Workflow timers", "Goes on with the steps of workflows whose time has come, and sends reminders of tasks.", "0 * * * * ?");

    private const int AtOnce = 100;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var done = 0;
        HashSet<(string, string, int)> failed = [];
        List<Exception> faults = [];
        while (await DueAsync(now, failed, cancellation) is { Count: > 0 } due)
        {
            foreach (var (caseId, activityId, visit) in due)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    // Somebody may have decided, or another node may have been here, since it was read.
                    var isDone = await scope.ServiceProvider.GetRequiredService<CaseRunner>().ResumeAsync(
                        caseId, activityId, visit, new JsonObject { ["Timer"] = true }, cancellation, wait => wait.DueUtc <= now);
                    done += isDone ? 1 : 0;
                    if (!isDone)
                    {
                        failed.Add((caseId, activityId, visit));
                    }
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogFailure(fault, caseId);
                    failed.Add((caseId, activityId, visit));
                    faults.Add(fault);
                }
            }
        }

        return faults.Count > 0 ? throw new AggregateException($"{faults.Count} timers failed and are tried again; {done} were done.", faults) : done == 0 ? "" : $"{done:#,0} timers";
    }

    private async Task<List<(string CaseId, string ActivityId, int Visit)>> DueAsync(DateTime now, HashSet<(string, string, int)> failed, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDb>().CaseWaits.AsNoTracking().Where(wait => wait.DueUtc <= now).OrderBy(wait => wait.DueUtc)
            .Take(AtOnce + failed.Count).Select(wait => new { wait.CaseId, wait.ActivityId, wait.Visit }).ToListAsync(cancellation);
        return [.. rows.Select(row => (row.CaseId, row.ActivityId, row.Visit)).Where(key => !failed.Contains(key))];
    }

    [LoggerMessage(LogLevel.Error, "The timer of the case {Case} failed")]
    private partial void LogFailure(Exception fault, string @case);
}
