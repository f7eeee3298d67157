using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Home;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Items;
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
        module.Services.AddScoped<EntryCards>();
        module.Services.AddScoped<EntryService>();
        module.Services.AddScoped<ISearchDocumentSource, CatalogueIndex>();
        module.Services.AddSingleton(new SearchCollection(CatalogueIndex.Collection, CatalogueLinks.Search));
        module
            .Permissions(ViewCatalogue)
            .Tables(CatalogueTables.Map)
            .Menu(new MenuEntry("Catalogue", CatalogueLinks.Search, 100, ViewCatalogue.Name))
            .Panel<MastheadSearchPanel>(PanelPlaces.Masthead, 10)
            .Panel<HomeSearchPanel>(PanelPlaces.HomeHero, 10)
            .Panel<HomeLearningPanel>(PanelPlaces.Home, 50)
            .Handle<ContentPublished, CatalogueIndex>()
            .Handle<ContentUnpublished, CatalogueIndex>()
            .Handle<ContentRemoved, CatalogueIndex>()
            .Endpoints(SearchApi.Map);
    }
}
