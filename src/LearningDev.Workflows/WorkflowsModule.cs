using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Panels;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Activities.Approving;
using LearningDev.Workflows.Activities.CaseSteps;
using LearningDev.Workflows.Activities.ContentSteps;
using LearningDev.Workflows.Activities.Flow;
using LearningDev.Workflows.Activities.Messages;
using LearningDev.Workflows.Activities.Outside;
using LearningDev.Workflows.Activities.Roles;
using LearningDev.Workflows.Activities.Waiting;
using LearningDev.Workflows.Cases;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Designing;
using LearningDev.Workflows.Letters;
using LearningDev.Workflows.Recipes;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Assigning;
using LearningDev.Workflows.Tasks.Away;
using LearningDev.Workflows.Tasks.Deciding;
using LearningDev.Workflows.Tasks.Listing;
using LearningDev.Workflows.Templates;
using LearningDev.Workflows.Triggers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Workflows;

/// <summary>Workflows (WFL-01 to WFL-05): types that administrators change without code, the engine that runs cases of them, and the tasks of people.</summary>
public sealed class WorkflowsModule : IModule
{
    /// <summary>Change workflows and look after their cases.</summary>
    public static readonly Permission ManageWorkflows = new("ManageWorkflows", "Change workflows, see all their cases and say how those go on that are stuck");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Workflows", "Workflows", "Approvals and other workflows, which administrators change without code.", "Content", AlwaysOn: true);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        AddEngine(module.Services, module.Configuration);
        AddTasks(module.Services);
        AddActivities(module);
        DesignerServices.Register(module);
        module.Services.AddScoped<IMenuCount, WaitingCount>();
        module.Services.AddScoped<IRecipeStep, WorkflowTypeStep>();
        module.Services.AddScoped<IRecipeStep, DecisionsStep>();
        module.Services.AddScoped<IRecipeSource, WorkflowSource>();
        foreach (var kind in NotificationLetters.Kinds.Values)
        {
            module.Notification(kind);
        }

        module
            .Permissions(ManageWorkflows)
            .Settings<WorkflowSettings>("Workflows", "How cases of workflows are run and kept, and which other systems they may call.")
            .Tables(WorkflowTables.Map)
            .Menu(new MenuEntry("Waiting for you", WorkflowLinks.Tasks, 115))
            .Menu(new MenuEntry(
                "Cases of workflows", WorkflowLinks.Cases, 45, ManageWorkflows.Name, MenuPlace.Administration,
                "Where each case of a workflow is, what has happened in it, and what to do when it is stuck.", AdministrationGroup.ContentAndRecipes))
            .Panel<WaitingPanel>(PanelPlaces.Home, 5)
            .Job<CaseRetentionJob>(CaseRetentionJob.Manifest)
            .Job<TimerJob>(TimerJob.Manifest)
            .Deliver<WebhookCall, WebhookSender>("webhook")
            .Handle<ContentDraftSaved, ContentTriggers>()
            .Handle<ContentPublished, ContentTriggers>()
            .Handle<ContentUnpublished, ContentTriggers>()
            .Handle<ContentRemoved, ContentTriggers>();
    }

    private static void AddEngine(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Workflows").Get<WorkflowOptions>() ?? new WorkflowOptions());
        services.AddScoped<ActivityCatalogue>();
        services.AddScoped<DefinitionCheck>();
        services.AddScoped(provider => new WorkflowTypes(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<PortalCache>(), provider.GetRequiredService<IEvents>(), provider.GetRequiredService<CurrentPerson>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<TimerTimes>()));
        services.AddScoped<TimerTimes>();
        services.AddScoped(provider => new WorkflowSignals(provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<WorkWriter>()));
        services.AddScoped<MeantItem>();
        services.AddScoped<WorkflowFields>();
        services.AddScoped<CaseValues>();
        services.AddScoped<ConditionReader>();
        services.AddScoped<CaseTexts>();
        services.AddScoped<Expressions>();
        services.AddScoped<BurstWorld>();
        services.AddScoped<CaseChain>();
        services.AddScoped<CaseRunner>();
        services.AddScoped(provider => new CaseCare(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<CaseRunner>(), provider.GetRequiredService<WorkflowTypes>(), provider.GetRequiredService<ActivityCatalogue>(),
            provider.GetRequiredService<IEvents>(), provider.GetRequiredService<CurrentPerson>()));
        services.AddScoped<CaseHistory>();
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<WorkRunner>();
        services.AddScoped<WorkWriter>();
        services.AddScoped<WorkDoing>();
        services.AddHostedService<WorkflowWorker>();
    }

    private static void AddTasks(IServiceCollection services)
    {
        services.AddScoped<LetterSilence>();
        services.AddScoped<IWorkflowLetters, NotificationLetters>();
        services.AddScoped<Assignees>();
        services.AddScoped<TaskMaking>();
        services.AddScoped<DueDays>();
        services.AddScoped<Deputies>();
        services.AddScoped(provider => new Lazy<IEnumerable<IRequestForms>>(provider.GetServices<IRequestForms>));
        services.AddScoped<TaskDecisions>();
        services.AddScoped(provider => new RequestStandings(provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<TaskDecisions>()));
        services.AddScoped<TaskList>();
        services.AddScoped<TaskReader>();
        services.AddScoped<RequestReader>();
        services.AddScoped<CaseReader>();
    }

    private static void AddActivities(ModuleBuilder module) => module
        .Activity<ApprovalTask>()
        .Activity<RequesterTask>()
        .Activity<UserTaskEvent>()
        .Activity<IfElseTask>()
        .Activity<SwitchTask>()
        .Activity<ForkTask>()
        .Activity<JoinTask>()
        .Activity<EndTask>()
        .Activity<CorrelateTask>()
        .Activity<SetPropertyTask>()
        .Activity<SetOutputTask>()
        .Activity<LogTask>()
        .Activity<ExecuteWorkflowTask>()
        .Activity<StartedByWorkflowEvent>()
        .Activity<WaitTask>()
        .Activity<TimerEvent>()
        .Activity<SignalEvent>()
        .Activity<SendSignalTask>()
        .Activity<PublishContentTask>()
        .Activity<UnpublishContentTask>()
        .Activity<CreateContentTask>()
        .Activity<SetFieldTask>()
        .Activity<AssignUserRoleTask>()
        .Activity<UnassignUserRoleTask>()
        .Activity<NotifyPeopleTask>()
        .Activity<NotifyContentOwnerTask>()
        .Activity<NotifyUserTask>()
        .Activity<WebhookTask>()
        .Activity<ContentCreatedEvent>()
        .Activity<ContentDraftSavedEvent>()
        .Activity<ContentPublishedEvent>()
        .Activity<ContentUnpublishedEvent>()
        .Activity<ContentDeletedEvent>();
}
