using LearningDev.Catalogue.Contracts;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.Funding.Requests;
using LearningDev.Funding.Requests.Bringing;
using LearningDev.Funding.Requests.Checking;
using LearningDev.Funding.Requests.Deciding;
using LearningDev.Funding.Requests.Listing;
using LearningDev.Funding.Requests.Overview;
using LearningDev.Funding.Requests.Starting;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Funding;

/// <summary>Funding of learning (FUN-01 to FUN-03, FUN-07, FUN-08): people ask for training, and a workflow decides.</summary>
public sealed class FundingModule : IModule
{
    internal static readonly Permission AskForFunding = new("AskForFunding", "Ask for funding of one’s own learning");

    internal static readonly Permission ViewTrainingRequests = new("ViewTrainingRequests", "See everybody’s training requests, with who asked and why");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Funding", "Funding", "People ask for funding of their learning, and a workflow decides.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        AddRequests(module.Services, module.Manifest.Id);
        module
            .Permissions(AskForFunding, ViewTrainingRequests)
            .Settings<FundingSettings>("Training requests", "What each classification brings, which costs are paid, and which requests take the longer way.")
            .Tables(RequestTables.Map)
            .Menu(new MenuEntry("Training requests", FundingLinks.Requests, 112, AskForFunding.Name))
            .Panel<AskPanel>(CataloguePanels.EntryActions, 30)
            .Panel<RequestPanel>(RequestPanels.What, 10)
            .Activity<TrainingRequestSentEvent>()
            .Activity<RecordRequestDecisionTask>()
            .Handle<ContentDraftSaved, RequestIndex>()
            .Handle<ContentPublished, RequestIndex>()
            .Handle<ContentRemoved, RequestIndex>()
            .Handle<CaseMoved, RequestStates>()
            .Handle<CaseStuck, RequestStates>()
            .Handle<CaseMended, RequestStates>()
            .Handle<CaseEnded, RequestStates>();
    }

    private static void AddRequests(IServiceCollection services, string moduleId)
    {
        services.AddSingleton(new PrivateContent(TrainingRequest.ContentType));
        services.AddSingleton(new DefinitionReliance(moduleId, TrainingRequest.ContentType, [.. TrainingRequest.Fields])
        {
            Values = new Dictionary<string, IReadOnlyCollection<string>>
            {
                [nameof(TrainingRequest.Classification)] = [TrainingClassification.Mandatory, TrainingClassification.Corporate, TrainingClassification.Essential, TrainingClassification.Personal],
                [nameof(TrainingRequest.FundingSource)] = [FundingSources.Corporate, FundingSources.Team, FundingSources.Levy, FundingSources.Own],
            },
        });
        services.AddScoped<RequestDrafts>();
        services.AddScoped<RequestSteps>();
        services.AddScoped<RequestViews>();
        services.AddScoped<RequestStarting>();
        services.AddScoped<RequestCompleteness>();
        services.AddScoped<IRequestForms>(provider => provider.GetRequiredService<RequestCompleteness>());
        services.AddScoped<RequestSending>();
        services.AddScoped<RequestStates>();
        services.AddScoped<OwnRequests>();
        services.AddScoped<AllRequests>();
        services.AddScoped<IRecipeStep, TrainingRequestsStep>();
    }
}
