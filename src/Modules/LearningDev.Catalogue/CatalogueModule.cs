using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Equality;
using LearningDev.Catalogue.ForYou;
using LearningDev.Catalogue.ForYou.Sources;
using LearningDev.Catalogue.Home;
using LearningDev.Catalogue.Importing;
using LearningDev.Catalogue.Offer;
using LearningDev.Catalogue.Pathways;
using LearningDev.Catalogue.Pathways.Completions;
using LearningDev.Catalogue.Providers;
using LearningDev.Catalogue.Recommending;
using LearningDev.Catalogue.Saving;
using LearningDev.Catalogue.Search;
using LearningDev.Content;
using LearningDev.Content.Curation;
using LearningDev.Content.Curation.Reviews;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Content.Search;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using LearningDev.Platform.Ui.Panels;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Catalogue;

/// <summary>The learning catalogue (CAT-01): every kind of learning in one place, searched and browsed.</summary>
public sealed class CatalogueModule : IModule
{
    internal static readonly Permission ViewCatalogue = new("ViewCatalogue", "Search the learning catalogue and read its entries");

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Catalogue", "Catalogue", "Every kind of learning in one place, searched and browsed.", "Learning");

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<CatalogueSearch>();
        module.Services.AddScoped<FacetLabels>();
        module.Services.AddScoped<Suitability>();
        module.Services.AddScoped<NothingFoundHelp>();
        module.Services.AddSingleton<KnownEntries>();
        module.Services.AddScoped<EntryCards>();
        module.Services.AddScoped<EntryService>();
        module.Services.AddScoped<ISearchDocumentSource, CatalogueIndex>();
        module.Services.AddScoped<IContentIndex, CatalogueIndex>();
        module.Services.AddScoped<IContentIndex, PathwayPlans>();
        module.Services.AddScoped<ILearningFacts, LearningFactsReader>();
        module.Services.AddScoped<CatalogueImport>();
        module.Services.AddScoped<PathwayPlans>();
        module.Services.AddScoped<PathwayService>();
        module.Services.AddScoped<LearningCompletions>();
        module.Services.AddScoped<ILearningCompletions>(services => services.GetRequiredService<LearningCompletions>());
        module.Services.AddScoped<OfferService>();
        module.Services.AddScoped<IRecipeStep, CatalogueImportStep>();
        AddReliance(module);
        AddRecommendations(module);
        AddEquality(module);
        AddProviders(module);
        module.Services.AddSingleton(new SearchCollection(CatalogueIndex.Collection, CatalogueLinks.Search, module.Manifest.Id));
        module
            .Permissions(ViewCatalogue)
            .Settings<CatalogueSettings>("Catalogue", "What is external, what people see first, and how imported learning is sorted.")
            .Tables(CatalogueTables.Map)
            .Tables(PathwayTables.Map)
            .Tables(CompletionTables.Map)
            .Menu(new MenuEntry("Catalogue", CatalogueLinks.Search, 100, ViewCatalogue.Name))
            .Panel<MastheadSearchPanel>(PanelPlaces.Masthead, 10)
            .Panel<HomeSearchPanel>(PanelPlaces.HomeHero, 10)
            .Panel<PathwaysPanel>(PanelPlaces.Home, 30)
            .Panel<HomeMandatoryPanel>(PanelPlaces.Home, 40)
            .Panel<HomeLearningPanel>(PanelPlaces.Home, 60)
            .Handle<ContentPublished, CatalogueIndex>()
            .Handle<ContentUnpublished, CatalogueIndex>()
            .Handle<ContentRemoved, CatalogueIndex>()
            .Command<ImportCommand>(ImportCommand.Manifest)
            .Handle<ContentPublished, PathwayPlans>()
            .Handle<ContentUnpublished, PathwayPlans>()
            .Handle<ContentRemoved, PathwayPlans>()
            .Endpoints(SearchApi.Map)
            .Endpoints(SuggestApi.Map);
    }

    /// <summary>The fields that this module's code reads (CMS-02).</summary>
    private static void AddReliance(ModuleBuilder module)
    {
        var id = module.Manifest.Id;
        module.Services.AddSingleton(new ItemAddress(nameof(LearningPart), $"{CatalogueLinks.Search.Trim('/')}/"));
        module.Services.AddSingleton(DefinitionReliance.On<LearningPart>(id) with
        {
            Values = new Dictionary<string, IReadOnlyCollection<string>>
            {
                [nameof(LearningPart.Classification)] = ["mandatory"],
                [nameof(LearningPart.Audience)] = [CatalogueFacets.AudienceEveryone],
                [nameof(LearningPart.FundedBy)] = [CatalogueFacets.CostFree],
            },
        });
        module.Services.AddSingleton(DefinitionReliance.On<CurationPart>(id));
        module.Services.AddSingleton(DefinitionReliance.On<Provider>(id) with
        {
            Values = new Dictionary<string, IReadOnlyCollection<string>> { [nameof(Provider.Relation)] = ["in-house", "commissioned", "external"] },
        });
        foreach (var (part, fields) in LearningKinds.OwnFields)
        {
            module.Services.AddSingleton(new DefinitionReliance(id, part, fields));
        }
    }

    /// <summary>The directory of providers, and reviews of their contracts (CAT-10).</summary>
    private static void AddProviders(ModuleBuilder module)
    {
        module.Services.AddScoped<ProviderDirectory>();
        module.Services.AddScoped<IProviderFacts, ProviderFactsReader>();
        module.Services.AddScoped<IContentIndex, ProviderIndex>();
        module.Services.AddScoped<IReviewKind, ContractReview>();
        module
            .Tables(ProviderTables.Map)
            .Handle<ContentPublished, ProviderIndex>()
            .Handle<ContentUnpublished, ProviderIndex>()
            .Handle<ContentRemoved, ProviderIndex>();
    }

    /// <summary>No new course without an equality impact assessment (CAT-09).</summary>
    private static void AddEquality(ModuleBuilder module)
    {
        module.Services.AddScoped<Assessments>();
        // Who reads assessments reads content items, which ask the gate before they are published.
        module.Services.AddScoped(services => new Lazy<Assessments>(services.GetRequiredService<Assessments>));
        module.Services.AddScoped<AssessmentGate>();
        module.Services.AddScoped<IPublishingGate>(services => services.GetRequiredService<AssessmentGate>());
        module.Services.AddScoped<IContentIndex, AssessmentIndex>();
        module
            .Settings<EqualitySettings>("Equality impact assessments", "Which new learning is published only when its assessment is complete.")
            .Tables(AssessmentTables.Map)
            .Panel<AssessmentPanel>(ContentPanels.EditItem, 10)
            .Handle<ContentDraftSaved, AssessmentIndex>()
            .Handle<ContentPublished, AssessmentIndex>()
            .Handle<ContentUnpublished, AssessmentIndex>()
            .Handle<ContentRemoved, AssessmentIndex>()
            .Handle<ContentRestored, AssessmentIndex>();
    }

    /// <summary>Save for later, recommend, and recommended for you (CAT-08).</summary>
    private static void AddRecommendations(ModuleBuilder module)
    {
        module.Services.AddScoped<VisibleEntries>();
        module.Services.AddScoped<SavedLearning>();
        module.Services.AddScoped<RecommendationSender>();
        module.Services.AddScoped<SentRecommendationList>();
        module.Services.AddScoped<RecommendedForYou>();
        module.Services.AddScoped<Dismissing>();
        module.Services.AddScoped<IRecommendationSource, MandatorySource>();
        module.Services.AddScoped<IRecommendationSource, ColleagueSource>();
        module.Services.AddScoped<IRecommendationSource, NextStepSource>();
        module.Services.AddScoped<IRecommendationSource, SimilarSource>();
        module.Services.AddScoped<IRecommendationSource, LevelSource>();
        module.Services.AddScoped<IRecommendationSource, NewSource>();
        module.Services.AddScoped<IRecommendationSource, PopularSource>();
        module
            .Tables(SavedTables.Map)
            .Tables(RecommendationTables.Map)
            .Tables(DismissalTables.Map)
            .Menu(new MenuEntry("For you", CatalogueLinks.ForYou, 110, ViewCatalogue.Name))
            .Panel<SavePanel>(CataloguePanels.EntryActions, 20)
            .Panel<ForYouPanel>(PanelPlaces.Home, 50);
    }
}
