using LearningDev.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Hosting.Health;

internal static class HealthServices
{
    public static IHealthChecksBuilder AddPortalHealth(this IServiceCollection services) => services
        .AddSingleton<SchemaCheck>()
        .AddSingleton<PortalDisk>()
        .AddHealthChecks()
        .AddDbContextCheck<PortalDb>("database")
        .AddCheck<SchemaCheck>("schema")
        .AddCheck<DiskCheck>("disk");
}
