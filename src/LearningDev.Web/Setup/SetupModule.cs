using LearningDev.Platform.Modules;
using LearningDev.Web.Demonstration;
using LearningDev.Web.Setup.Database;
using LearningDev.Web.Setup.Opening;
using LearningDev.Web.Setup.Running;
using LearningDev.Web.Setup.StartingPoint;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Web.Setup;

/// <summary>Set-up in the browser, for a portal that holds no people yet (ADM-05). In the demonstration its pages do not exist.</summary>
public sealed class SetupModule : IModule
{
    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Setup", "Set-up", "Questions that are answered once, when the portal starts on an empty database.", "Platform", AlwaysOn: true);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module.Tables(SetupTables.Map);
        var services = module.Services;
        services.AddSingleton<SetupState>();
        services.AddSingleton<SetupRun>();
        services.AddScoped<FirstStart>();
        services.AddScoped<Installation>();
        if (module.Environment.IsDemonstration())
        {
            services.Configure<RazorPagesOptions>(pages =>
                pages.Conventions.AddFolderRouteModelConvention("/Web/Setup", page => page.Selectors.Clear()));
            return;
        }

        services.AddSingleton<SetupConsole>();
        services.AddSingleton<SetupCodePrinter>();
        services.AddHostedService(all => all.GetRequiredService<SetupCodePrinter>());
        services.AddSingleton<SetupThrottle>();
        services.AddScoped<SetupCodes>();
        services.AddScoped<SetupVisit>();
        services.AddScoped<SetupRecipes>();
        services.AddScoped<DatabaseFacts>();
    }
}
