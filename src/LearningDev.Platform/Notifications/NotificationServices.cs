using LearningDev.Platform.Modules;
using LearningDev.Platform.Notifications.Administering;
using LearningDev.Platform.Notifications.Choosing;
using LearningDev.Platform.Notifications.Digest;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Notifications.Proving;
using LearningDev.Platform.Notifications.Reading;
using LearningDev.Platform.Notifications.Wording;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Menus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Notifications;

internal static class NotificationServices
{
    /// <summary>What the platform's door says of notifications.</summary>
    public static ModuleBuilder Notifications(this ModuleBuilder module)
    {
        AddServices(module.Services);
        return module
            .Tables(NotificationTables.Map)
            .Settings<NotificationSettings>("Notifications", "Quiet hours, digests, how long notifications are kept, and text messages.")
            .Settings<NotificationWordingSettings>("Words of notifications", "What people are told, in which words, and how.", "/admin/notifications")
            .Deliver<NotifyMessage, NotifyHandler>("notify")
            .Endpoints(ReceiptEndpoint.Map)
            .Job<DigestJob>(DigestJob.Manifest)
            .Job<NotificationRetentionJob>(NotificationRetentionJob.Manifest)
            .Menu(new MenuEntry("Notifications", "/admin/notifications", 40, PlatformModule.ManageNotifications.Name, MenuPlace.Administration,
                "What people are told, in which words, and whether it arrives."));
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Notify").Get<NotifyOptions>() ?? new NotifyOptions());
        services.AddSingleton<NotifyClient>();
        services.AddScoped<INotifications, Notifier>();
        services.AddScoped<NotificationKinds>();
        services.AddScoped<NotificationComposer>();
        services.AddScoped<NotificationPost>();
        services.AddScoped<NotificationClock>();
        services.AddScoped<NotificationList>();
        services.AddScoped<UnreadNotifications>();
        services.AddScoped<NotificationChoices>();
        services.AddScoped<NumberProving>();
        services.AddScoped<WordingEditing>();
        services.AddScoped<NotificationState>();
        services.AddScoped<ISettingsCheck, WordingCheck>();
    }
}
