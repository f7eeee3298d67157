using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace LearningDev.Platform.Hosting.Metrics;

internal static class MetricsServices
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Registers the portal's own instruments, and sends all metrics by OTLP when the standard variable says where to (OpenTelemetry Protocol 1.x).</summary>
    public static void AddPortalMetrics(this IHostApplicationBuilder host)
    {
        host.Services.AddSingleton<PortalMetrics>();
        if (host.Configuration[Endpoint] is not { Length: > 0 })
        {
            return;
        }

        host.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("learningdev", serviceVersion: PortalVersion.Informational))
            .WithMetrics(metrics => metrics
                .AddMeter(
                    PortalMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
                    "System.Runtime", "Npgsql")
                .AddOtlpExporter());
    }
}
