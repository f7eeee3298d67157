using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Importing;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Panels;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Home;

/// <summary>The search box of the masthead. The search page has its own, so that a page has one.</summary>
internal sealed class MastheadSearchPanel(RolePermissions permissions, CurrentPerson person, IHttpContextAccessor http) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        http.HttpContext?.Request.Path.Value is CatalogueLinks.Search or "/" || !await permissions.MayAsync(person.Principal, CatalogueModule.ViewCatalogue.Name)
            ? null
            : new PanelView("/Catalogue/Search/SearchBox.cshtml", new SearchBox("masthead-q", ""));
}

/// <summary>The large search box at the top of the home page, with quick ways in.</summary>
internal sealed class HomeSearchPanel(RolePermissions permissions, CurrentPerson person) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation) =>
        await permissions.MayAsync(person.Principal, CatalogueModule.ViewCatalogue.Name)
            ? new PanelView("/Catalogue/Home/HomeSearch.cshtml", new SearchBox("home-q", "", IsLarge: true))
            : null;
}

/// <summary>Mandatory learning for the person's role level, and the newest learning.</summary>
internal sealed class HomeLearningPanel(
    PortalDb db, CatalogueSearch catalogue, SearchService search, FacetLabels labels, EntryCards cards, RolePermissions permissions, CurrentPerson person) : IPanel
{
    private const int Count = 6;
    private const int MostRestricted = 100;
    private const string Everyone = "everyone";

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, CatalogueModule.ViewCatalogue.Name))
        {
            return null;
        }

        var reader = await catalogue.ReaderAsync();
        var names = await labels.GetAsync(cancellation);
        var forMe = person.RoleLevel is { Length: > 0 } level && names.Knows(CatalogueFacets.Audience, level) ? level : Everyone;
        var mandatory = await FindAsync(reader, new()
        {
            [CatalogueFacets.Classification] = new HashSet<string> { "mandatory" },
            [CatalogueFacets.Audience] = new HashSet<string> { Everyone, forMe },
        }, cancellation);
        var ofLevel = forMe == Everyone ? null : await FindAsync(reader, new() { [CatalogueFacets.Audience] = new HashSet<string> { forMe } }, cancellation);
        var newest = await NewestAsync(reader, cancellation);
        return new PanelView("/Catalogue/Home/HomeLearning.cshtml", new HomeLearning(
            await CardsAsync(mandatory.Hits, names, cancellation),
            mandatory.Total,
            CatalogueLinks.Search + QueryString.Create([
                new(CatalogueFacets.Classification, "mandatory"), new(CatalogueFacets.Audience, Everyone), .. forMe == Everyone ? Array.Empty<KeyValuePair<string, string?>>() : [new(CatalogueFacets.Audience, forMe)]]),
            ofLevel is { Total: > 0 } ? new LevelLearning(names.NameOf(CatalogueFacets.Audience, forMe), ofLevel.Total, CatalogueLinks.Facet(CatalogueFacets.Audience, forMe)) : null,
            await cards.MakeAsync(newest, names, cancellation),
            [.. names.Facets[CatalogueFacets.Topic].Values.Select(topic => (topic.Name, CatalogueLinks.Facet(CatalogueFacets.Topic, topic.Value)))]));
    }

    /// <summary>
    /// The newest entries that somebody has checked: thousands of imported ones that nobody has looked at yet would push out all others.
    /// </summary>
    private async Task<IReadOnlyList<string>> NewestAsync(SearchReader reader, CancellationToken cancellation)
    {
        var news = db.CatalogueEntries.Where(entry => entry.QualityAssurance != ImportSettings.NotChecked)
            .OrderByDescending(entry => entry.PublishedUtc).ThenByDescending(entry => entry.ContentItemId)
            .Select(entry => new { entry.ContentItemId, entry.PublishedUtc, entry.IsRestricted });
        var open = await news.Where(entry => !entry.IsRestricted).Take(Count).ToListAsync(cancellation);
        var restricted = await news.Where(entry => entry.IsRestricted).Take(MostRestricted).ToListAsync(cancellation);
        var visible = await search.VisibleAsync(restricted.Select(entry => entry.ContentItemId), reader, cancellation);
        return [.. open.Concat(restricted.Where(entry => visible.Contains(entry.ContentItemId)))
            .OrderByDescending(entry => entry.PublishedUtc).Take(Count).Select(entry => entry.ContentItemId)];
    }

    private Task<SearchResults> FindAsync(SearchReader reader, Dictionary<string, IReadOnlySet<string>> filters, CancellationToken cancellation) =>
        search.SearchAsync(new SearchQuery { Collection = CatalogueIndex.Collection, Reader = reader, Filters = filters, Size = Count }, cancellation);

    private Task<IReadOnlyList<EntryCard>> CardsAsync(IReadOnlyList<SearchHit> hits, FacetNames names, CancellationToken cancellation) =>
        cards.MakeAsync([.. hits.Select(hit => hit.ContentItemId)], names, cancellation);
}

/// <summary>What the home page shows of the catalogue.</summary>
internal sealed record HomeLearning(
    IReadOnlyList<EntryCard> Mandatory, int MandatoryTotal, string MandatoryUrl, LevelLearning? ForLevel,
    IReadOnlyList<EntryCard> Newest, IReadOnlyList<(string Name, string Url)> Topics);

/// <summary>How much learning there is for a role level.</summary>
internal sealed record LevelLearning(string Level, int Total, string Url);
