using LearningDev.Compliance.Contracts;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Fields;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.Content.Search;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Budgets.Managing;
using LearningDev.MembersHub.Committees;
using LearningDev.MembersHub.Cycle;
using LearningDev.MembersHub.Elections;
using LearningDev.MembersHub.Hub;
using LearningDev.MembersHub.Importing;
using LearningDev.MembersHub.Matrix;
using LearningDev.MembersHub.Members;
using LearningDev.MembersHub.Plans;
using LearningDev.MembersHub.Plans.Managing;
using LearningDev.MembersHub.Recipes;
using LearningDev.MembersHub.Requests;
using LearningDev.MembersHub.Requests.Deciding;
using LearningDev.MembersHub.Requests.Managing;
using LearningDev.MembersHub.Resources;
using LearningDev.MembersHub.Roles;
using LearningDev.MembersHub.Wards;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Assigning;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.MembersHub;

/// <summary>The Members Hub (MEM-01 to MEM-07, MEM-11): where councillors, the Mayor and co-optees develop, run by Democratic Services.</summary>
public sealed class MembersHubModule : IModule
{
    internal static readonly Permission ManageMembers = new("ManageMembers", "Look after the Members Hub: members, their offices, training and budgets");

    internal static readonly Permission ViewMembersHub = new("ViewMembersHub", "See the Members Hub", ManageMembers);

    internal static readonly Permission OverrideMemberBudgets = new("OverrideMemberBudgets", "Allow that more is spent than a member’s training budget has");

    internal static readonly Permission ReadMemberPlans = new("ReadMemberPlans", "Read members’ personal development plans");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.MembersHub", "Members Hub", "Where councillors, the Mayor and co-optees find what they need to develop, run by Democratic Services.", "Learning",
        ["LearningDev.Catalogue", "LearningDev.Compliance"]);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module
            .Permissions(ViewMembersHub, ManageMembers)
            .Tables(MemberTables.Map);
        AddMembers(module);
        AddHub(module);
        AddCycle(module);
        AddMatrix(module);
        AddBudgets(module);
        AddPlans(module);
        AddRequests(module);
    }

    private static void AddCycle(ModuleBuilder module)
    {
        module.Services.AddSingleton<IItemReaders>(new WholeHubReaders(nameof(MemberDevelopmentDocument)));
        module.Services.AddSingleton(new ItemAddress(nameof(MemberDevelopmentDocument), CycleLinks.DocumentBeginning));
        module.Services.AddSingleton(MemberDevelopmentDocument.Reliance(module.Manifest.Id));
        module.Services.AddScoped<CycleTimeline>();
        module.Services.AddScoped<CycleSigning>();
        module.Services.AddScoped<CycleSending>();
        module.Services.AddScoped<IRecipeStep, MemberCycleStep>();
        module
            .Settings<MemberCycleSettings>("The electoral cycle of members", "By when strategies and plans for members are agreed.")
            .Tables(CycleTables.Map)
            .Activity<MemberDocumentSentEvent>()
            .Activity<RecordSignOffTask>()
            .Handle<CaseEnded, CycleSigning>();
    }

    private static void AddHub(ModuleBuilder module)
    {
        var id = module.Manifest.Id;
        module.Services.AddScoped<HubPerson>();
        module.Services.AddScoped<HubVisits>();
        module.Services.AddSingleton<IItemReaders, HubReaders>();
        module.Services.AddScoped<IReaderGroups, HubReaderGroups>();
        module.Services.AddScoped<IFieldChoices, CommitteeChoices>();
        module.Services.AddScoped<ResourceWords>();
        module.Services.AddScoped<ResourceSearch>();
        module.Services.AddScoped<ISearchDocumentSource, ResourceDocuments>();
        module.Services.AddSingleton(new SearchCollection(ResourceDocuments.Collection, HubLinks.Resources, id));
        module.Services.AddSingleton(new ItemAddress(nameof(HubResource), HubLinks.ResourceBeginning));
        module.Services.AddSingleton(HubResource.Reliance(id));
        module
            .Tables(HubTables.Map)
            .Menu(new MenuEntry("Members Hub", HubLinks.Home, 101, ViewMembersHub.Name))
            .Endpoints(ResourceApi.Map);
    }

    private static void AddBudgets(ModuleBuilder module)
    {
        module.Services.AddScoped<BudgetYears>();
        module.Services.AddScoped<BudgetLedger>();
        module.Services.AddScoped<BudgetReading>();
        module.Services.AddScoped<AllBudgets>();
        module
            .Permissions(OverrideMemberBudgets)
            .Settings<MemberBudgetSettings>("Members’ training budgets", "What each member has for training in a year, and the council’s whole member training budget.")
            .Tables(BudgetTables.Map)
            .Job<OpenBudgetsJob>(OpenBudgetsJob.Manifest);
    }

    private static void AddPlans(ModuleBuilder module)
    {
        module.Services.AddSingleton(new PrivateContent(MemberDevelopmentPlan.ContentType));
        module.Services.AddSingleton(new DefinitionReliance(module.Manifest.Id, MemberDevelopmentPlan.ContentType, [.. MemberDevelopmentPlan.Fields]));
        module.Services.AddScoped<MemberPlans>();
        module.Services.AddScoped<AllPlans>();
        module
            .Permissions(ReadMemberPlans)
            .Settings<MemberPlanSettings>("Members’ personal development plans", "When members complete and review their plans, and what they choose from.")
            .Tables(PlanTables.Map)
            .Panel<OwnPlanPanel>(MembersHubPanels.Home, 20)
            .Notification(MemberPlans.Chosen)
            .Notification(MemberPlans.Reviewed)
            .Notification(PlanRemindersJob.Reminder)
            .Job<PlanRemindersJob>(PlanRemindersJob.Manifest);
    }

    private static void AddRequests(ModuleBuilder module)
    {
        module.Services.AddSingleton(new PrivateContent(MemberTrainingRequest.ContentType));
        module.Services.AddSingleton(new DefinitionReliance(module.Manifest.Id, MemberTrainingRequest.ContentType, [.. MemberTrainingRequest.Fields])
        {
            Values = new Dictionary<string, IReadOnlyCollection<string>> { [nameof(MemberTrainingRequest.Funding)] = [FundingWays.Personal, FundingWays.Corporate] },
        });
        module.Services.AddScoped<MemberRequestFigures>();
        module.Services.AddScoped<MemberRequests>();
        module.Services.AddScoped<IRequestForms>(provider => provider.GetRequiredService<MemberRequests>());
        module.Services.AddScoped<MemberRequestViews>();
        module.Services.AddScoped<MemberRequestStates>();
        module.Services.AddScoped<AllRequests>();
        module.Services.AddScoped<IRecipeStep, MemberPlansStep>();
        module.Services.AddScoped<IRecipeStep, MemberTrainingRequestsStep>();
        module
            .Settings<MemberRequestSettings>("Members’ training requests", "How requests are signed, and what recognised providers bring.")
            .Tables(MemberRequestTables.Map)
            .Panel<RequestPanel>(RequestPanels.What, 10)
            .Panel<OwnRequestsPanel>(MembersHubPanels.Home, 30)
            .Activity<MemberRequestSentEvent>()
            .Activity<CommitBudgetTask>()
            .Activity<AgreeMemberRequestTask>()
            .Notification(AllRequests.Cancelled)
            .Handle<CaseMoved, MemberRequestStates>()
            .Handle<CaseStuck, MemberRequestStates>()
            .Handle<CaseMended, MemberRequestStates>()
            .Handle<CaseEnded, MemberRequestStates>();
    }

    private static void AddMembers(ModuleBuilder module)
    {
        module.Services.AddScoped<MemberDirectory>();
        module.Services.AddScoped<IComplianceGroups, MemberGroups>();
        module.Services.AddScoped<IAssigneeSource>(services => ActivatorUtilities.CreateInstance<GroupOfficers>(services, Relationships.GroupWhip, OfficeKind.GroupWhip));
        module.Services.AddScoped<IAssigneeSource>(services => ActivatorUtilities.CreateInstance<GroupOfficers>(services, Relationships.GroupLeader, OfficeKind.GroupLeader));
        module.Services.AddScoped<IRecipeStep, MembersStep>();
        module.Services.AddScoped<MemberRoles>();
        module.Services.AddScoped<MemberAccounts>();
        module.Services.AddScoped<TermKeeping>();
        module.Services.AddScoped<MemberImport>();
        module.Services.AddScoped<MemberExport>();
        module.Services.AddScoped<OfficeKeeping>();
        module.Services.AddScoped<MemberProfiles>();
        module.Services.AddScoped<MemberChoices>();
        module.Services.AddScoped<MemberDesk>();
        module.Services.AddScoped<CouncilParts>();
        module.Services.AddScoped<ElectionWork>();
        module.Services.AddScoped<ElectionConfirming>();
        module.Services.AddScoped<ElectionNeeds>();
        module.Services.AddScoped<RoleDescriptions>();
        module.Services.AddSingleton<IItemReaders>(new WholeHubReaders(nameof(MemberRoleDescription)));
        module.Services.AddSingleton(new ItemAddress(nameof(MemberRoleDescription), RoleDescriptions.Beginning));
        module.Services.AddSingleton(DefinitionReliance.On<MemberRoleDescription>(module.Manifest.Id));
        module
            .Tables(ElectionTables.Map)
            .Settings<MembersSettings>("Members", "When terms of members end after an election, and what the accounts of new members look like.")
            .Menu(new MenuEntry(
                "Members", MemberLinks.Manage, 70, ManageMembers.Name, MenuPlace.Administration,
                "Who is a member and as what: terms, political groups, committees and elections.", AdministrationGroup.PeopleAndAccess))
            .Job<MemberRolesJob>(MemberRolesJob.Manifest);
    }

    private static void AddMatrix(ModuleBuilder module)
    {
        module.Services.AddScoped<TrainingMatrix>();
        module.Services.AddScoped<CommitteeSeats>();
        module
            .Menu(new MenuEntry(
                "Mandatory training of members", MatrixLinks.Training, 66, ManageMembers.Name, MenuPlace.Administration,
                "Where each member stands, and what is due by when.", AdministrationGroup.PeopleAndAccess))
            .Panel<OwnTrainingPanel>(MembersHubPanels.Home, 10);
    }
}
