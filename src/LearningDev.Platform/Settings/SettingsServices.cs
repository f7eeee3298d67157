using LearningDev.Platform.Calendar;
using LearningDev.Platform.Settings.Editing;
using LearningDev.Platform.Settings.Fields;
using LearningDev.Platform.Settings.History;
using LearningDev.Platform.Ui.Look;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Settings;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddScoped<SettingsStore>();
        services.AddScoped<ISettings>(scope => scope.GetRequiredService<SettingsStore>());
        services.AddScoped<SettingChoices>();
        services.AddScoped<SettingsSections>();
        services.AddScoped<SettingsEditing>();
        services.AddScoped<SettingsHistory>();
        services.AddScoped<ISettingsCheck, People.LevelsInUseCheck>();
        services.AddScoped<ISettingsCheck, ContrastCheck>();
        services.AddScoped<LookEditing>();
        services.AddScoped<WorkingCalendar>();
        services.AddScoped<ISettingsAdvice, CalendarAdvice>();
        return services;
    }
}
