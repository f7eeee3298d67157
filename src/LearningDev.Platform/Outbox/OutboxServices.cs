using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningDev.Platform.Outbox;

internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Outbox").Get<OutboxOptions>() ?? new OutboxOptions());
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxPayload>();
        services.AddSingleton<OutboxDeliverer>();
        services.AddScoped<IOutbox, OutboxWriter>();
        services.AddScoped<OutboxReader>();
        services.AddScoped<OutboxCare>();
        services.AddHostedService<OutboxWorker>();
        services.AddHealthChecks().AddCheck<OutboxBacklogCheck>("outbox", HealthStatus.Degraded);
        return services;
    }
}
