using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using LearningDev.Platform.Data;
using LearningDev.Platform.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Hosting.Metrics;

/// <summary>
/// What the portal measures of itself beside what ASP.NET Core, .NET and the database driver do. No value or tag says who did something.
/// </summary>
public sealed class PortalMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "LearningDev";

    private readonly Counter<long> auditRows;
    private readonly Histogram<double> jobDuration;

    /// <summary>Makes the instruments.</summary>
    public PortalMetrics(IMeterFactory meters, IServiceScopeFactory scopes)
    {
        var meter = meters.Create(MeterName);
        auditRows = meter.CreateCounter<long>(
            "learningdev.audit.rows", "{row}", "Rows written to the audit, by event: sign-ins (SignedIn, SignInFailed), runs of recipes (RecipeRun) and all others.");
        jobDuration = meter.CreateHistogram<double>("learningdev.job.duration", "s", "How long jobs ran, by job and outcome.");
        meter.CreateObservableGauge("learningdev.outbox.length", () => OutboxLengths(scopes), "{message}", "Messages of the outbox that are not delivered, by state.");
    }

    /// <summary>Counts rows of the audit that are committed.</summary>
    internal void CountAuditRows(string eventName, int rows) => auditRows.Add(rows, new KeyValuePair<string, object?>("event", eventName));

    /// <summary>Notes how long a job ran.</summary>
    internal void RecordJob(string job, string outcome, TimeSpan duration) =>
        jobDuration.Record(duration.TotalSeconds, new TagList { { "job", job }, { "outcome", outcome } });

    // Asked for by whoever collects, so that nobody counts when nobody asks.
    private static List<Measurement<long>> OutboxLengths(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        try
        {
            return
            [
                .. scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>()
                    .Where(message => message.State != OutboxState.Delivered && message.State != OutboxState.GivenUp)
                    .GroupBy(message => message.State).Select(state => new { state.Key, Count = state.LongCount() }).AsEnumerable()
                    .Select(state => new Measurement<long>(state.Count, new KeyValuePair<string, object?>("state", state.Key.ToString()))),
            ];
        }
        catch (DbException)
        {
            // The health check says that the database cannot be reached; a gauge has no value then.
            return [];
        }
    }
}
