using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningDev.Platform.Outbox;

/// <summary>Says "degraded" when a message has been overdue for longer than the settings allow. The portal is ready all the same.</summary>
internal sealed class OutboxBacklogCheck(PortalDb db, ModuleRegistry registry, Features features, ISettings settings, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var minutes = Math.Max(1, (await settings.GetAsync<OutboxSettings>(cancellationToken)).BacklogMinutes);
        var enabled = await features.EnabledAsync(cancellationToken);
        List<string> kinds = [.. registry.Deliveries.Where(delivery => enabled.Contains(delivery.ModuleId)).Select(delivery => delivery.Kind)];
        var before = time.GetUtcNow().UtcDateTime.AddMinutes(-minutes);
        var overdue = await db.Set<OutboxMessage>().CountAsync(
            row => (row.State == OutboxState.Waiting || row.State == OutboxState.Sending) && kinds.Contains(row.Kind) && row.NextAttemptUtc < before,
            cancellationToken);
        return overdue == 0
            ? HealthCheckResult.Healthy("No message is overdue.")
            : HealthCheckResult.Degraded($"{overdue} {(overdue == 1 ? "message is" : "messages are")} overdue by more than {minutes} minutes.");
    }
}
