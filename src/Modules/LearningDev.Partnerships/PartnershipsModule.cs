using LearningDev.Partnerships.Agreeing;
using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.LookingBack;
using LearningDev.Partnerships.Meetings;
using LearningDev.Partnerships.Mine;
using LearningDev.Partnerships.Notes;
using LearningDev.Partnerships.Overview;
using LearningDev.Partnerships.Sharing;
using LearningDev.Partnerships.Showing;
using LearningDev.Partnerships.Suiting;
using LearningDev.Partnerships.Together;
using LearningDev.Partnerships.Watching;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.People.Accounts.Administering;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Panels;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Partnerships;

/// <summary>Partnerships of two people, one of whom helps the other to learn: what coaching (COA-02, COA-03) and mentoring (MEN-01, MEN-02) have in common.</summary>
public sealed class PartnershipsModule : IModule
{
    internal static readonly Permission UsePartnerships = new("UsePartnerships", "Work with a partner in coaching and mentoring, and sign for those whom one manages");

    internal static readonly Permission ViewPartnershipFigures = new("ViewPartnershipFigures", "See how much coaching and mentoring there is, in numbers that are never about fewer than five people");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Partnerships", "Partnerships", "What coaching and mentoring have in common: agreements, meetings, confidential notes, looking back.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        AddServices(module.Services);
        module
            .Permissions(UsePartnerships, ViewPartnershipFigures)
            .Settings<PartnershipsSettings>("Coaching and mentoring together", "The limits of confidence, reminders of meetings, and how long words in confidence are kept.")
            .Tables(ConfidentialTables.Map)
            .Tables(ConflictTables.Map)
            .Tables(PartnershipTables.Map)
            .Menu(new MenuEntry("Coaching and mentoring", PartnershipLinks.Mine, 103, UsePartnerships.Name))
            .Menu(new MenuEntry(
                "Coaching and mentoring in numbers", PartnershipLinks.Overview, 65, ViewPartnershipFigures.Name, MenuPlace.Administration,
                "How many people are coached and mentored, for how long, about what, and what they say of it.", AdministrationGroup.PeopleAndAccess))
            .Panel<KeysPanel>(PanelPlaces.Running, 50)
            .Notification(PartnershipNews.Begun)
            .Notification(PartnershipNews.Ended)
            .Notification(PartnershipNews.Signature)
            .Notification(PartnershipNews.Meeting)
            .Notification(PartnershipNews.Question)
            .Job<ConfidentialCleaningJob>(ConfidentialCleaningJob.Manifest)
            .Job<NightlyWatchJob>(NightlyWatchJob.Manifest)
            .Job<ReminderJob>(ReminderJob.Manifest)
            .Handle<AccountDisabled, PersonLeaving>()
            .Handle<PersonImported, PersonLeaving>();
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ConfidentialKeys>();
        services.AddSingleton<IConfidentialForms, ConfidentialForms>();
        services.AddScoped<ConfidentialTexts>();
        services.AddScoped<IConfidentialTexts>(provider => provider.GetRequiredService<ConfidentialTexts>());
        services.AddScoped<LinesOfManagement>();
        services.AddScoped<ISuitability, Suitability>();
        services.AddScoped<DeclaredConflicts>();
        services.AddScoped<PartnershipKinds>();
        services.AddScoped<PartnershipNews>();
        services.AddScoped<Together.Partnerships>();
        services.AddScoped<IPartnerships>(provider => provider.GetRequiredService<Together.Partnerships>());
        services.AddScoped<IPartnershipFigures, Figures>();
        services.AddScoped<PartnershipOverview>();
        services.AddScoped<OwnPartnerships>();
        services.AddScoped<OwnList>();
        services.AddScoped<IMenuCount>(provider => provider.GetRequiredService<OwnList>());
        services.AddScoped<Agreements>();
        services.AddScoped<MeetingBook>();
        services.AddScoped<NoteBook>();
        services.AddScoped<Reviews>();
        services.AddScoped<LearningSharing>();
        services.AddScoped<QuietSpells>();
        services.AddScoped<PartnershipReader>();
        services.AddScoped<PartnershipWatch>();
    }
}
