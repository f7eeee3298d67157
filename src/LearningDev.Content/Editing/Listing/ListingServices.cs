using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Content.Editing.Listing.NeedsYou;
using LearningDev.Content.Items;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Editing.Listing;

/// <summary>The editors' desk: everything in one list, and what needs somebody (CMS-04).</summary>
internal static class ListingServices
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<ListingIndex>();
        module.Services.AddScoped<IDerivedTables, ListingDerivedTables>();
        module.Services.AddHostedService<ListingStart>();
        module.Services.AddScoped<ContentListing>();
        module
            .Tables(ListingTables.Map)
            .Panel<YoursPanel>(ContentPanels.EditorsDesk, 10)
            .Panel<SearchesPanel>(ContentPanels.EditorsDesk, 40)
            .Job<ListingUpkeepJob>(ListingUpkeepJob.Manifest)
            .Handle<ContentDraftSaved, ListingIndex>()
            .Handle<ContentPublished, ListingIndex>()
            .Handle<ContentUnpublished, ListingIndex>()
            .Handle<ContentRestored, ListingIndex>()
            .Handle<ContentArchived, ListingIndex>()
            .Handle<ContentTakenOutOfArchive, ListingIndex>()
            .Handle<ContentRemoved, ListingIndex>();
    }
}
