using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Editing.Bulk.Working;
using LearningDev.Platform.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Editing.Bulk;

/// <summary>Changing many items together (CMS-01).</summary>
internal static class BulkServices
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton<BulkWorker>();
        module.Services.AddSingleton<LongBulkWorker>();
        module.Services.AddSingleton<BulkWorkers>();
        module.Services.AddHostedService(provider => provider.GetRequiredService<BulkWorker>());
        module.Services.AddHostedService(provider => provider.GetRequiredService<LongBulkWorker>());
        module.Services.AddScoped<BulkChanges>();
        module.Services.AddScoped<BulkEdits>();
        module.Services.AddScoped<BulkJudging>();
        module.Services.AddScoped<BulkWorking>();
        module
            .Tables(BulkTables.Map)
            .Settings<BulkSettings>("Changes to many items", "How many items editors may change together, and how long it is kept what came of it.")
            .Job<ExpiredBulkChangesJob>(ExpiredBulkChangesJob.Manifest);
    }
}
