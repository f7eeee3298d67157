using LearningDev.Compliance.Contracts;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Budgets.Managing;
using LearningDev.MembersHub.Members;
using LearningDev.MembersHub.Plans;
using LearningDev.MembersHub.Plans.Managing;
using LearningDev.MembersHub.Recipes;
using LearningDev.MembersHub.Requests;
using LearningDev.MembersHub.Requests.Deciding;
using LearningDev.MembersHub.Requests.Managing;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
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
        AddBudgets(module);
        AddPlans(module);
        AddRequests(module);
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
    }
}
