using LearningDev.Content.Curation;
using LearningDev.Content.Definitions;
using LearningDev.Content.Definitions.Affected;
using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Definitions.ChangingTypes;
using LearningDev.Content.Definitions.History;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Content.Editing;
using LearningDev.Content.Editing.Bulk;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Fields;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Editing.Listing;
using LearningDev.Content.Editing.Merging;
using LearningDev.Content.Editing.Parts;
using LearningDev.Content.Editing.Previewing;
using LearningDev.Content.Editing.Unsaved;
using LearningDev.Content.Editing.Writing;
using LearningDev.Content.Fields;
using LearningDev.Content.Fields.Kinds;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Media;
using LearningDev.Content.Pages;
using LearningDev.Content.PrivateItems;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Administering;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Evidence;
using LearningDev.Content.Search.Index;
using LearningDev.Content.Search.Promoting;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Content.Sheets;
using LearningDev.Content.Taxonomies;
using LearningDev.Content.Taxonomies.Administering;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content;

/// <summary>Content as a module: types, items, media, search and recipes.</summary>
public sealed class ContentModule : IModule
{
    /// <summary>Publish and withdraw content.</summary>
    public static readonly Permission PublishContent = new("PublishContent", "Publish content, take it off the portal and remove it");

    /// <summary>Write drafts.</summary>
    public static readonly Permission EditContent = new("EditContent", "Write and change drafts of content", PublishContent);

    /// <summary>Change content types and taxonomies.</summary>
    public static readonly Permission EditContentTypes = new("EditContentTypes", "Change content types, their fields, and taxonomies");

    /// <summary>Look after the media library.</summary>
    public static readonly Permission ManageMedia = new("ManageMedia", "Add, describe, replace, move and remove files of the media library");

    /// <summary>Look through the media library.</summary>
    public static readonly Permission ViewMedia = new("ViewMedia", "Look through the media library, files that only drafts show included", EditContent, ManageMedia);

    /// <summary>See restricted content of every role.</summary>
    public static readonly Permission ViewRestrictedContent =
        new("ViewRestrictedContent", "See content that is restricted to roles one does not have");

    /// <summary>Run and export recipes.</summary>
    public static readonly Permission ManageRecipes =
        new("ManageRecipes", "Run and export recipes, which can change everything: roles, settings, content types, content and people");

    /// <summary>See what people search for.</summary>
    public static readonly Permission ViewSearchEvidence =
        new("ViewSearchEvidence", "See what people search for, counted without names", PublishContent);

    /// <inheritdoc />
    public ModuleManifest Manifest { get; } = new(
        "LearningDev.Content", "Content", "Content types and items, media, search and recipes.", "Content", AlwaysOn: true);

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        AddServices(module.Services, module.Configuration);
        AddDefinitions(module.Services, module.Configuration, module.Manifest.Id);
        AddSearch(module.Services);
        MediaServices.Register(module);
        RecipeAdministration.Register(module);
        ContentLife.Register(module);
        SheetServices.Register(module);
        CurationServices.Register(module);
        AddOwnForms(module.Services);
        ListingServices.Register(module);
        BulkServices.Register(module);
        module.Services.AddSingleton(module.Configuration.GetSection("Search:Evidence").Get<SearchEvidenceOptions>() ?? new SearchEvidenceOptions());
        module
            .Permissions(EditContent, PublishContent, EditContentTypes, ViewRestrictedContent, ViewSearchEvidence)
            .Tables(ContentTables.Map)
            .Tables(ReaderTables.Map)
            .Tables(OpenFormTables.Map)
            .Settings<EditingSettings>("Editing", "How editors’ forms keep what is typed, and tell editors of each other.")
            .Job<UnsavedWorkJob>(UnsavedWorkJob.Manifest)
            .Endpoints(OpenFormsApi.Map)
            .Endpoints(PickingApi.Map)
            .Endpoints(WritingApi.Map)
            .Settings<SearchSettings>("Search", "How searches behave, and how long it is kept what people search for.")
            .Menu(new MenuEntry("Content", "/content", 800, EditContent.Name))
            .Menu(new MenuEntry(
                "Searches", SearchesLinks.List, 60, ViewSearchEvidence.Name, MenuPlace.Administration,
                "What people search for and what finds nothing. Add synonyms, and choose what comes first.", AdministrationGroup.ContentAndRecipes))
            .Menu(new MenuEntry(
                "Content types", TypeLinks.List, 20, EditContentTypes.Name, MenuPlace.Administration,
                "What content is made of: types, their fields, and where these are shown.", AdministrationGroup.ContentAndRecipes))
            .Menu(new MenuEntry(
                "Taxonomies", TaxonomyLinks.List, 30, EditContentTypes.Name, MenuPlace.Administration,
                "The words by which content is sorted, such as topics: add, rename, move and merge them.", AdministrationGroup.ContentAndRecipes))
            .Deliver<BringForward, BringForwardHandler>("bring-forward")
            .Command<SearchRebuildCommand>(SearchRebuildCommand.Manifest)
            .Command<RecipeRunCommand>(RecipeRunCommand.Manifest)
            .Job<SearchUpkeepJob>(SearchUpkeepJob.Manifest)
            .Endpoints(SearchesCsv.Map)
            .Handle<ContentPublished, SearchIndex>()
            .Handle<ContentUnpublished, SearchIndex>()
            .Handle<ContentRemoved, SearchIndex>()
            .Handle<ContentPublished, SearchSynonyms>()
            .Handle<ContentUnpublished, SearchSynonyms>()
            .Handle<ContentRemoved, SearchSynonyms>()
            .Handle<ContentPublished, TaxonomyChanges>()
            .Handle<ContentUnpublished, TaxonomyChanges>()
            .Handle<ContentRemoved, TaxonomyChanges>();
    }

    private static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ContentDefinitions>();
        services.AddScoped<PublishingGates>();
        services.AddScoped<ContentWriter>();
        services.AddScoped(provider => new ContentItems(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<ContentWriter>(), provider.GetRequiredService<ContentRoutes>(),
            provider.GetRequiredService<IEvents>(), provider.GetRequiredService<CurrentPerson>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<ContentRoutes>();
        services.AddScoped(provider => new ItemVisibility(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<RolePermissions>(), provider.GetRequiredService<CurrentPerson>(),
            provider.GetServices<IReaderGroups>(), provider.GetServices<IItemReaders>()));
        services.AddScoped<VisibleItems>();
        services.AddScoped(provider => new ContentUses(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<PrivateTypes>(), provider.GetRequiredService<ItemVisibility>()));
        services.AddScoped<PublishingHistory>();
        services.AddScoped<PublishingOrigin>();
        services.AddScoped<ContentValidator>();
        services.AddScoped<TaxonomyReader>();
        services.AddSingleton<IContentField, TextFieldKind>();
        services.AddSingleton<IContentField, MarkdownFieldKind>();
        services.AddSingleton<IContentField, MultiTextFieldKind>();
        services.AddSingleton<IContentField, LinkFieldKind>();
        services.AddSingleton<IContentField, BooleanFieldKind>();
        services.AddSingleton<IContentField, NumericFieldKind>();
        services.AddSingleton<IContentField, DateFieldKind>();
        services.AddSingleton<IContentField, DateTimeFieldKind>();
        services.AddSingleton<IContentField, TimeFieldKind>();
        services.AddSingleton<IContentField, TaxonomyFieldKind>();
        services.AddSingleton<IContentField, ContentPickerFieldKind>();
        services.AddSingleton<IContentField, UserPickerFieldKind>();
        services.AddSingleton<IContentField, MediaFieldKind>();
        AddEditing(services);
        services.AddRecipes(configuration);
    }

    private static void AddDefinitions(IServiceCollection services, IConfiguration configuration, string moduleId)
    {
        services.AddSingleton(configuration.GetSection("Content:BringingForward").Get<BringingForwardOptions>() ?? new BringingForwardOptions());
        services.AddScoped<ReliedOn>();
        services.AddSingleton(DefinitionReliance.On<VisibilityPart>(moduleId));
        services.AddSingleton(new DefinitionReliance(moduleId, SearchSynonyms.SynonymsType, [.. typeof(SearchSynonymsPart).GetProperties().Select(property => property.Name)]));
        services.AddSingleton(new DefinitionReliance(moduleId, SearchSynonyms.PromotedType, [.. typeof(PromotedResultsPart).GetProperties().Select(property => property.Name)]));
        services.AddScoped<AffectedItems>();
        services.AddScoped<ItemChanging>();
        services.AddScoped<BringingForward>();
        services.AddScoped<FieldEditing>();
        services.AddScoped<FieldDefaults>();
        services.AddScoped<KindChanging>();
        services.AddScoped<TypeEditing>();
        services.AddScoped<DefinitionHistory>();
        services.AddScoped<TermEditing>();
        services.AddScoped<FieldFacets>();
        services.AddScoped<ShownFields>();
        services.AddScoped(provider => new ItemLinks(
            provider.GetRequiredService<ContentItems>(), provider.GetRequiredService<PageFinder>(), provider.GetRequiredService<ItemVisibility>()));
        services.AddScoped<ISearchDocumentSource, ItemDocuments>();
    }

    private static void AddOwnForms(IServiceCollection services)
    {
        services.AddSingleton<PrivateTypes>();
        services.AddScoped<PrivateItemFilter>();
        services.AddScoped(provider => new OwnForms(
            provider.GetRequiredService<ContentForms>(), provider.GetRequiredService<ContentDefinitions>(), provider.GetRequiredService<ContentValidator>()));
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/", PrivateItemFilter.AddTo));
    }

    private static void AddSearch(IServiceCollection services)
    {
        services.AddSingleton<SearchSnapshots>();
        services.AddScoped<SearchIndex>();
        services.AddScoped(provider => new SearchUpkeep(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<SearchIndex>(), provider.GetServices<IContentIndex>(),
            provider.GetRequiredService<IEvents>()));
        services.AddScoped<IDerivedTables, SearchDerivedTables>();
        services.AddScoped<SearchSynonyms>();
        services.AddScoped<SearchCollections>();
        services.AddScoped<IFeatureParts, ContentFeatureParts>();
        services.AddScoped(provider => new SearchService(
            provider.GetRequiredService<PortalDb>(), provider.GetRequiredService<SearchSnapshots>(), provider.GetRequiredService<SearchSynonyms>(),
            provider.GetRequiredService<SearchCollections>()));
        services.AddSingleton<SearchEvidence>();
        services.AddHostedService<SearchEvidenceJob>();
        services.AddScoped<SearchEvidenceReader>();
        services.AddScoped<SynonymAdding>();
        services.AddScoped<PromotedChoosing>();
    }

    private static void AddEditing(IServiceCollection services)
    {
        services.AddScoped<AuthorNames>();
        services.AddScoped<ContentEditing>();
        services.AddScoped<ContentForms>();
        services.AddScoped<LinkSearch>();
        services.AddSingleton<KeptFields>();
        services.AddScoped<OpenForms>();
        services.AddScoped<FormFrames>();
        services.AddScoped<FormNews>();
        services.AddScoped<EditorWords>();
        services.AddScoped<ItemMerging>();
        services.AddScoped<IFormKeeper, ExpiredForms>();
        services.AddScoped<IPartEditor, TitlePartEditor>();
        services.AddScoped<IPartEditor, AutoroutePartEditor>();
        services.AddScoped<IPartEditor, MarkdownBodyPartEditor>();
        services.AddScoped<IPartEditor, AliasPartEditor>();
        services.AddScoped<IPartEditor, TaxonomyPartEditor>();
        services.AddScoped<IFieldEditor, TextFieldEditor>();
        services.AddScoped<IFieldEditor, MarkdownFieldEditor>();
        services.AddScoped<IFieldEditor, MultiTextFieldEditor>();
        services.AddScoped<IFieldEditor, LinkFieldEditor>();
        services.AddScoped<IFieldEditor, BooleanFieldEditor>();
        services.AddScoped<IFieldEditor, NumericFieldEditor>();
        services.AddScoped<IFieldEditor, DateFieldEditor>();
        services.AddScoped<IFieldEditor, DateTimeFieldEditor>();
        services.AddScoped<IFieldEditor, TimeFieldEditor>();
        services.AddScoped<IFieldEditor, TaxonomyFieldEditor>();
        services.AddScoped<IFieldEditor, ContentPickerFieldEditor>();
        services.AddScoped<IFieldEditor, UserPickerFieldEditor>();
        services.AddScoped<IFieldEditor, MediaFieldEditor>();
    }
}
