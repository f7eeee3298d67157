using LearningDev.Content.Curation.Links;
using LearningDev.Content.Curation.Reviews;
using LearningDev.Content.Items;
using LearningDev.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Curation;

/// <summary>Looking after content: owners, reviews and links (CAT-03, CMS-04).</summary>
internal static class CurationServices
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton(module.Configuration.GetSection("Links").Get<LinkOptions>() ?? new LinkOptions());
        module.Services.AddScoped<PublishedEdits>();
        module.Services.AddScoped<IReviewKind, ContentReview>();
        module.Services.AddScoped<IContentIndex, ReviewIndex>();
        module.Services.AddScoped<ReviewList>();
        module.Services.AddScoped<Reviewing>();
        module.Services.AddScoped<ReviewLetters>();
        module.Services.AddScoped<IContentIndex, LinkIndex>();
        module.Services.AddScoped<LinkList>();
        module.Services.AddScoped<LinkCare>();
        module.Services.AddScoped<LinkResults>();
        module
            .Settings<CurationSettings>("Reviews of content", "How often content is reviewed, and who is reminded when.")
            .Settings<LinkSettings>("Link checking", "How links to other sites are checked, and which hosts inside the council may be asked.")
            .Tables(ReviewTables.Map)
            .Tables(LinkTables.Map)
            .Job<ReviewReminderJob>(ReviewReminderJob.Manifest)
            .Job<LinkCheckJob>(LinkCheckJob.Manifest)
            .Deliver<CheckLink, CheckLinkHandler>("link-check")
            .Notification(ReviewLetters.Kind)
            .Panel<ReviewsPanel>(ContentPanels.EditorsDesk, 20)
            .Panel<LinksPanel>(ContentPanels.EditorsDesk, 30)
            .Handle<ContentPublished, ReviewIndex>()
            .Handle<ContentUnpublished, ReviewIndex>()
            .Handle<ContentRemoved, ReviewIndex>()
            .Handle<ContentPublished, LinkIndex>()
            .Handle<ContentUnpublished, LinkIndex>()
            .Handle<ContentRemoved, LinkIndex>();
    }
}
