using LearningDev.Platform.Modules.Switching;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Modules;

internal static class FeatureServices
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<Features>();
        services.AddScoped<FeatureContents>();
    }
}
