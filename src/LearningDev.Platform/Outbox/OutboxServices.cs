using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
