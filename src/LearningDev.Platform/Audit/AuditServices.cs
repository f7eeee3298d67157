using LearningDev.Platform.Audit.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Audit;

internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditReader>()
        .AddScoped<SensitiveReadings>();
}
