using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Editing.Comparing;
using LearningDev.Content.Editing.Duplicating;
using LearningDev.Content.Editing.Noting;
using LearningDev.Content.Editing.Previewing;
using LearningDev.Content.Editing.Scheduling;
using LearningDev.Content.Editing.Versions;
using LearningDev.Content.Items;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Ui.Panels;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Editing;

/// <summary>What becomes of an item between its first draft and its end (CMS-01): history, plans, archive, bin, copies and previews.</summary>
internal static class ContentLife
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<ItemHistory>();
        module.Services.AddScoped<VersionComparing>();
        module.Services.AddScoped<ItemDuplicating>();
        module.Services.AddScoped<ChangeNotes>();
        module.Services.AddScoped<ContentBin>();
        module.Services.AddScoped<PlannedChanges>();
        module.Services.AddScoped<PlanTimes>();
        module.Services.AddScoped<PlanLetters>();
        module.Notification(PlanLetters.Kind);
        module.Services.AddScoped<PreviewKinds>();
        module.Services.AddScoped<PagePreview>();
        module.Services.AddScoped<PageFinder>();
        module
            .Settings<ContentLifeSettings>("Content", "Whether editors must say why they change something, and how long the bin keeps what was removed.")
            .Panel<PreviewBanner>(PanelPlaces.PageTop, 10)
            .Endpoints(PagePreview.Map)
            .Job<PlannedChangesJob>(PlannedChangesJob.Manifest)
            .Job<BinEmptyingJob>(BinEmptyingJob.Manifest)
            .Handle<ContentPublished, PlannedChanges>()
            .Handle<ContentArchived, PlannedChanges>()
            .Handle<ContentRemoved, PlannedChanges>();
    }
}
