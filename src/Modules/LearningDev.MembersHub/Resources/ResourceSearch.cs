using System.Globalization;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search;
using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http;

namespace LearningDev.MembersHub.Resources;

/// <summary>Finds resources for the current person, who learns of no other (MEM-01, MEM-11).</summary>
internal sealed class ResourceSearch(SearchService search, ContentItems items, ResourceWords words, ItemVisibility visibility, HubPerson hub, ISettings settings)
{
    /// <summary>The facets that the page offers, in order, with their names.</summary>
    public static readonly (string Key, string Name)[] Facets =
    [
        (ResourceDocuments.Kind, "Kind"), (ResourceDocuments.Topic, "Topic"), (ResourceDocuments.Office, "Role"), (ResourceDocuments.Committee, "Committee"), (ResourceDocuments.Year, "Year of the event"),
    ];

    /// <summary>Asks for what the person's own roles and committees need.</summary>
    public const string ForMe = "for";
    public const string Me = "me";

    private const int LongestWords = 200;

    /// <summary>Reads a search out of an address; what makes no sense there is left out.</summary>
    public static ResourceQuery Read(IQueryCollection query)
    {
        var text = query["q"].ToString().Replace('\0', ' ').Trim();
        text = text.Length <= LongestWords ? text : text[..LongestWords];
        return new ResourceQuery(
            text,
            Facets.Select(facet => (facet.Key, Values: (IReadOnlySet<string>)query[facet.Key].OfType<string>().Where(value => value.Length > 0).ToHashSet()))
                .Where(facet => facet.Values.Count > 0).ToDictionary(facet => facet.Key, facet => facet.Values),
            ResourceQuery.OrderOf(query["sort"], text),
            query["exactly"] == "true")
        {
            IsForMe = query[ForMe] == Me,
        };
    }

    /// <summary>A page of what a search finds, and the counts of facets. A page past the end is the last.</summary>
    public async Task<FoundResources> FindAsync(ResourceQuery query, int page, CancellationToken cancellation)
    {
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var filters = !query.IsForMe ? query.Chosen
            : new Dictionary<string, IReadOnlySet<string>>(query.Chosen) { [ResourceDocuments.Need] = (await NeedsAsync(cancellation)).ToHashSet() };
        var asked = await QueryAsync(filters, query.Order, size, cancellation) with { Text = query.Text, Exactly = query.Exactly, Page = Math.Max(1, page) };
        var found = await search.SearchAsync(asked, cancellation);
        if (found.Page > found.Pages)
        {
            found = await search.SearchAsync(asked with { Page = found.Pages }, cancellation);
        }

        return new FoundResources(found, await CardsAsync(found.Hits, cancellation), await words.GetAsync(cancellation));
    }

    /// <summary>What the current person's roles and committees need, as the search knows it; nothing for who is no member.</summary>
    public async Task<IReadOnlyList<string>> NeedsAsync(CancellationToken cancellation)
    {
        var member = (await hub.FindAsync(cancellation)).Member;
        return [.. Needs.OfficesOf(member), .. Needs.BodiesOf(member).Select(Needs.OfBody)];
    }

    /// <summary>Titles that a text may be the beginning of.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(string text, int count, CancellationToken cancellation) =>
        await search.SuggestAsync(ResourceDocuments.Collection, await visibility.ReaderAsync(cancellation), text, count, cancellation);

    /// <summary>What was published last.</summary>
    public async Task<IReadOnlyList<SearchHit>> NewestAsync(int count, CancellationToken cancellation) =>
        await search.NewestAsync(ResourceDocuments.Collection, await visibility.ReaderAsync(cancellation), count, cancellation);

    /// <summary>What has one of some values of a facet, the newest first, and how much there is of it.</summary>
    public async Task<SearchResults> WithAnyAsync(string facet, IReadOnlyCollection<string> values, int count, CancellationToken cancellation) =>
        await search.SearchAsync(await QueryAsync(new Dictionary<string, IReadOnlySet<string>> { [facet] = values.ToHashSet() }, SearchOrder.Newest, count, cancellation), cancellation);

    /// <summary>How many resources there are, and how many of each value of each facet.</summary>
    public async Task<SearchResults> CountAsync(CancellationToken cancellation) =>
        await search.SearchAsync(await QueryAsync(new Dictionary<string, IReadOnlySet<string>>(), SearchOrder.Title, 1, cancellation), cancellation);

    /// <summary>The resources of an event, by title.</summary>
    public async Task<IReadOnlyList<SearchHit>> OfEventAsync(string eventKey, int count, CancellationToken cancellation) => eventKey.Length == 0 ? []
        : await search.WithFacetAsync(ResourceDocuments.Event, eventKey, ResourceDocuments.Collection, await visibility.ReaderAsync(cancellation), count, cancellation);

    /// <summary>What lists show of resources that were found.</summary>
    public async Task<IReadOnlyList<ResourceCard>> CardsAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellation)
    {
        var names = await words.GetAsync(cancellation);
        var known = hits.Count == 0 ? [] : (await items.FindAllAsync([.. hits.Select(hit => hit.ContentItemId).Distinct()], VersionChoice.Published, cancellation)).ToDictionary(item => item.ContentItemId);
        return [.. hits.Where(hit => known.ContainsKey(hit.ContentItemId)).Select(hit => ResourceCard.Of(hit, known[hit.ContentItemId].As<HubResource>(), names))];
    }

    private async Task<SearchQuery> QueryAsync(IReadOnlyDictionary<string, IReadOnlySet<string>> filters, SearchOrder order, int size, CancellationToken cancellation) => new()
    {
        Collection = ResourceDocuments.Collection,
        Reader = await visibility.ReaderAsync(cancellation),
        Filters = filters,
        Order = order,
        Size = size,
    };
}

/// <summary>A search as an address says it.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Chosen">The chosen values by facet.</param>
/// <param name="Order">What comes first.</param>
/// <param name="Exactly">True to search for the text as it stands.</param>
internal sealed record ResourceQuery(string Text, IReadOnlyDictionary<string, IReadOnlySet<string>> Chosen, SearchOrder Order, bool Exactly)
{
    /// <summary>The orders that can be chosen, with their keys in addresses.</summary>
    public static readonly (SearchOrder Order, string Key, string Name)[] Orders =
        [(SearchOrder.Relevance, "relevance", "Most relevant"), (SearchOrder.Newest, "newest", "Newest"), (SearchOrder.Title, "title", "Title, A to Z")];

    /// <summary>True for what the person's own roles and committees need.</summary>
    public bool IsForMe { get; init; }

    public bool IsFiltered => IsForMe || Text.Length > 0 || Chosen.Count > 0;

    public string OrderKey => Orders.First(order => order.Order == Order).Key;

    /// <summary>The chosen values in the order of the facets.</summary>
    public IEnumerable<(string Facet, string Value)> Pairs => ResourceSearch.Facets.Where(facet => Chosen.ContainsKey(facet.Key)).SelectMany(facet => Chosen[facet.Key].Order().Select(value => (facet.Key, value)));

    /// <summary>Reads an order. What is unknown, and relevance where nothing was typed, is the usual one: relevance for words, else the newest first.</summary>
    public static SearchOrder OrderOf(string? key, string text)
    {
        var usual = text.Length > 0 ? SearchOrder.Relevance : SearchOrder.Newest;
        return Array.Find(Orders, order => order.Key == key) is { Key: not null } known && (known.Order != SearchOrder.Relevance || text.Length > 0) ? known.Order : usual;
    }

    public bool HasChosen(string facet, string value) => Chosen.TryGetValue(facet, out var values) && values.Contains(value);

    public string UrlOfPage(int page) => Url(page, Exactly);

    public string UrlExactly() => Url(1, exactly: true);

    private string Url(int page, bool exactly) => HubLinks.Resources + QueryString.Create(
        new List<KeyValuePair<string, string?>>(Pairs.Select(pair => KeyValuePair.Create(pair.Facet, (string?)pair.Value)))
        {
            new("q", Text), new(ResourceSearch.ForMe, IsForMe ? ResourceSearch.Me : ""), new("sort", Order == OrderOf(null, Text) ? "" : OrderKey), new("exactly", exactly ? "true" : ""), new("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : ""),
        }.Where(pair => pair.Value!.Length > 0));
}

/// <summary>A page of resources.</summary>
internal sealed record FoundResources(SearchResults Results, IReadOnlyList<ResourceCard> Cards, ResourceNames Names);

/// <summary>A resource as lists show it.</summary>
/// <param name="Hit">How it was found.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Event">The event that it came from, with its day; empty for none.</param>
/// <param name="Files">"3 files", or empty.</param>
internal sealed record ResourceCard(SearchHit Hit, string Kind, string Event, string Files)
{
    public static ResourceCard Of(SearchHit hit, HubResource part, ResourceNames names) => new(
        hit, names.NameOf(ResourceDocuments.Kind, part.Kind.Text ?? ""), EventWords(part),
        part.Files.Paths.Count switch { 0 => "", 1 => "1 file", var count => $"{count} files" });

    /// <summary>The event in words, with its day where one is known.</summary>
    public static string EventWords(HubResource part) => (part.EventName.Text, part.EventDay) switch
    {
        ({ Length: > 0 } name, { } day) => $"{name}, {DateWords.Day(day)}",
        ({ Length: > 0 } name, null) => name,
        (_, { } day) => DateWords.Day(day),
        _ => "",
    };
}
