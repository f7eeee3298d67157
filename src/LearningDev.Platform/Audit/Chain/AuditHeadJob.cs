using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Audit.Chain;

/// <summary>Writes the head of the audit's chain to the log, so that it is kept where whoever changes the database does not reach.</summary>
internal sealed partial class AuditHeadJob(PortalDb db, ILogger<AuditHeadJob> log) : IScheduledJob
{
    public static JobManifest Manifest { get; } = new(
        "Audit head", "Writes the head of the audit's chain to the log, for keeping elsewhere.", "0 0 6 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var chain = await db.Set<AuditChainRow>().AsNoTracking().SingleAsync(cancellation);
        var head = chain.Head.ToString();
        LogHead(head);
        return head;
    }

    [LoggerMessage(LogLevel.Information, "Audit head {Head}")]
    private partial void LogHead(string head);
}
