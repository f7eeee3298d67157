using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.Mentoring.Choosing;
using LearningDev.Mentoring.Home;
using LearningDev.Mentoring.Managing;
using LearningDev.Mentoring.Matching;
using LearningDev.Mentoring.Pairs;
using LearningDev.Mentoring.Profiles;
using LearningDev.Mentoring.Programmes;
using LearningDev.Mentoring.Recipes;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Mentoring;

/// <summary>Mentoring (MEN-01, MEN-02): programmes, offers and requests, and matching. What pairs do together is the partnerships' part.</summary>
public sealed class MentoringModule : IModule
{
    /// <summary>The kind of partnership that mentoring pairs are.</summary>
    internal const string Kind = "mentoring";

    internal static readonly Permission ManageMentoring = new("ManageMentoring", "Match the mentors and mentees of programmes, and see what they have written about themselves");

    internal static readonly Permission ViewMentoring = new("ViewMentoring", "Look for mentoring programmes and take part in them", ManageMentoring);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Mentoring", "Mentoring", "Programmes in which people mentor one another: offers, requests, matching.", "Learning",
        ["LearningDev.Partnerships"]);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        AddServices(module.Services, module.Manifest.Id);
        module
            .Permissions(ViewMentoring, ManageMentoring)
            .Settings<MentoringSettings>("Mentoring", "What counts how much when mentors and mentees are matched.")
            .Tables(MentoringTables.Map)
            .Menu(new MenuEntry("Mentoring", MentoringLinks.Home, 104, ViewMentoring.Name, Description: "Learn from a colleague who has been there, or help one along.") { Under = MentoringLinks.Partnerships })
            .Menu(new MenuEntry(
                "Mentoring", MentoringLinks.Manage, 58, ManageMentoring.Name, MenuPlace.Administration, "Match the mentors and mentees of programmes.", AdministrationGroup.PeopleAndAccess))
            .Notification(MatchConfirming.LeftOverKind)
            .Notification(PairEnding.AgainKind)
            .Notification(MentorChoosing.AskedKind)
            .Notification(MentorChoosing.AnsweredKind)
            .Notification(AskClosing.ClosedKind)
            .Panel<MatchPanel>(RequestPanels.What, 20)
            .Activity<MatchSentEvent>()
            .Activity<BeginPairsTask>()
            .Handle<CaseEnded, MatchConfirming>()
            .Handle<PartnershipClosed, PairEnding>();
    }

    private static void AddServices(IServiceCollection services, string id)
    {
        services.AddSingleton(new PartnershipKind(Kind, id, new PartnershipWords("Mentoring", "mentor", "mentee", "meeting")) { AskUrl = MentoringLinks.Home });
        services.AddScoped<IPartnershipDemand, MentoringDemand>();
        services.AddSingleton(new ItemAddress(MentoringProgramme.Type, MentoringLinks.ProgrammeBeginning));
        services.AddSingleton(DefinitionReliance.On<MentoringProgramme>(id) with
        {
            Values = new Dictionary<string, IReadOnlyCollection<string>>
            {
                [nameof(MentoringProgramme.Kind)] = [.. Programme.Kinds.Keys],
                [nameof(MentoringProgramme.Way)] = [Programme.CohortWay, Programme.OpenWay],
            },
        });
        services.AddSingleton(DefinitionReliance.On<MentoringProfile>(id));
        services.AddSingleton(DefinitionReliance.On<MentoringMatch>(id));
        services.AddSingleton(new PrivateContent(MentoringProfile.Type));
        services.AddSingleton(new PrivateContent(MentoringMatch.Type));
        services.AddScoped<ProgrammeList>();
        services.AddScoped<PeopleLevels>();
        services.AddScoped<ProfileDrafts>();
        services.AddScoped<Candidates>();
        services.AddScoped<MatchingDesk>();
        services.AddScoped<MatchingReader>();
        services.AddScoped<MatchConfirming>();
        services.AddScoped<PairBeginning>();
        services.AddScoped<PairEnding>();
        services.AddScoped<MentorChoosing>();
        services.AddScoped<AskClosing>();
        services.AddScoped<OwnMentoring>();
        services.AddScoped<ManagedProgrammes>();
        services.AddScoped<IRecipeStep, MentoringProfilesStep>();
        services.AddScoped<IRecipeStep, MentoringPairsStep>();
    }
}
