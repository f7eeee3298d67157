using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningDev.Platform.Hosting.Health;

/// <summary>Ready only when the database has the schema of this version: no migration of it is missing.</summary>
internal sealed class SchemaCheck(IServiceScopeFactory scopes) : IHealthCheck
{
    // A schema does not go back while the portal runs.
    private volatile bool isCurrent;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!isCurrent)
        {
            await using var scope = scopes.CreateAsyncScope();
            isCurrent = !(await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }

        return isCurrent ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database has not the newest schema.");
    }
}
