using LearningDev.Coaching.Answering;
using LearningDev.Coaching.Approving;
using LearningDev.Coaching.Asking;
using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Lapses;
using LearningDev.Coaching.Managing;
using LearningDev.Coaching.Pools;
using LearningDev.Coaching.Profiles;
using LearningDev.Coaching.Recipes;
using LearningDev.Coaching.Requests;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Coaching;

/// <summary>Coaching (COA-01, COA-02): pools of coaches, how somebody becomes one, and how people find and ask one.</summary>
public sealed class CoachingModule : IModule
{
    /// <summary>The kind of partnership.</summary>
    internal const string Kind = "coaching";

    internal static readonly Permission ManageCoaching = new("ManageCoaching", "See all coaches with their supervision and qualifications, and invite people to be coaches");

    internal static readonly Permission ViewCoaching = new("ViewCoaching", "Look for a coach and ask for one, and apply to be one", ManageCoaching);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Coaching", "Coaching", "Pools of coaches, how somebody becomes one, and how people find and ask one.", "Learning", ["LearningDev.Partnerships"]);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        AddServices(module.Services, module.Manifest.Id);
        module
            .Permissions(ViewCoaching, ManageCoaching)
            .Settings<CoachingSettings>("Coaching", "When coaches have to show supervision again, and what people who ask are offered.")
            .Tables(builder =>
            {
                CoachTables.Map(builder);
                RequestTables.Map(builder);
            })
            .Menu(new MenuEntry("Coaching", CoachingLinks.Home, 103, ViewCoaching.Name, Description: "Find a coach who helps you to your own answers, or become one.") { Under = CoachingLinks.Partnerships })
            .Menu(new MenuEntry(
                "Coaches", CoachingLinks.Manage, 62, ManageCoaching.Name, MenuPlace.Administration,
                "Who coaches, who has applied, and whose supervision or qualification is due.", AdministrationGroup.PeopleAndAccess))
            .Panel<RequestPanel>(RequestPanels.What, 20)
            .Notification(LapseWarningsJob.Soon)
            .Notification(LapseWarningsJob.Lapsed)
            .Notification(CoachInvitations.Kind)
            .Job<LapseWarningsJob>(LapseWarningsJob.Manifest)
            .Activity<ProfileSentEvent>()
            .Activity<ApproveCoachTask>()
            .Activity<RequestSentEvent>()
            .Activity<AskNextCoachTask>()
            .Activity<BeginCoachingTask>()
            .Handle<CaseEnded, CoachApproving>()
            .Handle<CaseEnded, CoachAnswers>();
    }

    private static void AddServices(IServiceCollection services, string moduleId)
    {
        services.AddSingleton(new PartnershipKind(Kind, moduleId, new PartnershipWords("Coaching", "coach", "person coached", "session")) { AskUrl = CoachingLinks.Ask, AskAgainUrl = CoachingLinks.AskAgain });
        services.AddScoped<IPartnershipDemand, CoachingDemand>();
        services.AddSingleton(new ItemAddress(nameof(CoachingPool), CoachingLinks.PoolBeginning));
        services.AddSingleton(new PrivateContent(CoachProfile.Type));
        services.AddSingleton(new PrivateContent(CoachingRequest.Type));
        services.AddSingleton(DefinitionReliance.On<CoachingPool>(moduleId));
        services.AddSingleton(new DefinitionReliance(moduleId, CoachProfile.Type, [.. typeof(CoachProfile).GetProperties().Where(property => !property.GetMethod!.IsStatic).Select(property => property.Name)]));
        services.AddSingleton(new DefinitionReliance(moduleId, CoachingRequest.Type, nameof(CoachingRequest.Pool), nameof(CoachingRequest.CoachLevel), nameof(CoachingRequest.AskedCoach)));
        services.AddSingleton(DefinitionReliance.On<CoachingMatch>(moduleId));
        services.AddScoped<PoolReader>();
        services.AddScoped<CoachingHome>();
        services.AddScoped<CoachesInView>();
        services.AddScoped<CoachList>();
        services.AddScoped<OwnProfiles>();
        services.AddScoped<ProfileCheck>();
        services.AddScoped<IRequestForms>(provider => provider.GetRequiredService<ProfileCheck>());
        services.AddScoped<CoachApproving>();
        services.AddScoped<CoachReport>();
        services.AddScoped<CoachInvitations>();
        services.AddScoped<RequestDrafts>();
        services.AddScoped<PoolLimits>();
        services.AddScoped<Suggesting>();
        services.AddScoped<CoachAnswers>();
        services.AddScoped<IRecipeStep, CoachesStep>();
        services.AddScoped<IRecipeStep, RequestsStep>();
    }
}
