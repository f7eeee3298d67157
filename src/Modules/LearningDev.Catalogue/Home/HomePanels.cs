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

/// <summary>Mandatory learning for everyone and for the person's role level.</summary>
internal sealed class HomeMandatoryPanel(
    CatalogueSearch catalogue, SearchService search, FacetLabels labels, EntryCards cards, RolePermissions permissions, CurrentPerson person) : IPanel
{
    private const int Count = 3;

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, CatalogueModule.ViewCatalogue.Name))
        {
            return null;
        }

        var names = await labels.GetAsync(cancellation);
        var audiences = names.AudiencesOf(person.RoleLevel);
        var found = await search.SearchAsync(new SearchQuery
        {
            Collection = CatalogueIndex.Collection,
            Reader = await catalogue.ReaderAsync(),
            Size = Count,
            Filters = new Dictionary<string, IReadOnlySet<string>>
            {
                [CatalogueFacets.Classification] = new HashSet<string> { "mandatory" },
                [CatalogueFacets.Audience] = new HashSet<string>(audiences),
            },
        }, cancellation);
        return found.Total == 0 ? null : new PanelView("/Catalogue/Home/HomeMandatory.cshtml", new HomeMandatory(
            await cards.MakeAsync(found.Hits, names, cancellation),
            found.Total,
            CatalogueLinks.Mandatory(audiences)));
    }
}

/// <summary>The newest learning, and the topics.</summary>
internal sealed class HomeLearningPanel(
    PortalDb db, CatalogueSearch catalogue, SearchService search, FacetLabels labels, EntryCards cards, RolePermissions permissions, CurrentPerson person) : IPanel
{
    private const int Count = 3;
    private const int MostRestricted = 100;

    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if (!await permissions.MayAsync(person.Principal, CatalogueModule.ViewCatalogue.Name))
        {
            return null;
        }

        var names = await labels.GetAsync(cancellation);
        var newest = await NewestAsync(await catalogue.ReaderAsync(), cancellation);
        return new PanelView("/Catalogue/Home/HomeLearning.cshtml", new HomeLearning(
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
}

/// <summary>What the home page shows of mandatory learning.</summary>
internal sealed record HomeMandatory(IReadOnlyList<EntryCard> Cards, int Total, string Url);

/// <summary>What the home page shows of the catalogue.</summary>
internal sealed record HomeLearning(IReadOnlyList<EntryCard> Newest, IReadOnlyList<(string Name, string Url)> Topics);
