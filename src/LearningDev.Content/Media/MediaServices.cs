using LearningDev.Content.Items;
using LearningDev.Content.Media.Browsing;
using LearningDev.Content.Media.Checking;
using LearningDev.Content.Media.Foldering;
using LearningDev.Content.Media.Serving;
using LearningDev.Content.Media.Showing;
using LearningDev.Content.Media.Storing;
using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Media;

/// <summary>What the media library adds to the portal.</summary>
internal static class MediaServices
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton<Pictures>();
        module.Services.AddScoped<FileCheck>();
        module.Services.AddScoped<MediaBlobs>();
        module.Services.AddScoped<MediaFolders>();
        module.Services.AddScoped(provider => new MediaLibrary(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<MediaBlobs>(), provider.GetRequiredService<FileCheck>(),
            provider.GetRequiredService<MediaFolders>(), provider.GetRequiredService<ISettings>(), provider.GetRequiredService<IEvents>(),
            provider.GetRequiredService<CurrentPerson>(), provider.GetRequiredService<TimeProvider>()));
        module.Services.AddScoped<MediaEditing>();
        module.Services.AddScoped<MediaListing>();
        module.Services.AddScoped<MediaVariants>();
        module.Services.AddScoped<MediaUses>();
        module.Services.AddScoped<MediaUseIndex>();
        module.Services.AddHostedService<MediaIndexStart>();
        module.Services.AddScoped(provider => new MediaProse(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<MediaListing>(), provider.GetRequiredService<ISettings>(),
            provider.GetRequiredService<IHttpContextAccessor>()));
        module.Services.AddScoped(provider => new MediaFiles(provider.GetRequiredService<MediaListing>(), provider.GetRequiredService<MediaLibrary>()));
        module.Services.AddScoped<IDerivedTables, MediaDerivedTables>();
        module
            .Permissions(ContentModule.ManageMedia, ContentModule.ViewMedia)
            .Tables(MediaTables.Map)
            .Settings<MediaSettings>("Media", "How large files of the media library may be, and in which widths pages show pictures.")
            .Endpoints(MediaEndpoint.Map)
            .Endpoints(MediaFind.Map)
            .Handle<ContentDraftSaved, MediaUseIndex>()
            .Handle<ContentPublished, MediaUseIndex>()
            .Handle<ContentUnpublished, MediaUseIndex>()
            .Handle<ContentRemoved, MediaUseIndex>()
            .Handle<ContentRestored, MediaUseIndex>();
    }
}
