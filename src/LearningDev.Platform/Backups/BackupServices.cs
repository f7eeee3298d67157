using LearningDev.Platform.Modules;
using LearningDev.Platform.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Backups;

internal static class BackupServices
{
    public static ModuleBuilder Backups(this ModuleBuilder module)
    {
        module.Services.AddScoped<BackupMaking>();
        module.Services.AddScoped<Restoring>();
        module.Services.AddScoped<IDerivedTables, ScheduleTables>();
        return module
            .Command<BackupCommand>(BackupCommand.Manifest)
            .Command<BackupVerifyCommand>(BackupVerifyCommand.Manifest)
            .Command<RestoreCommand>(RestoreCommand.Manifest);
    }
}
