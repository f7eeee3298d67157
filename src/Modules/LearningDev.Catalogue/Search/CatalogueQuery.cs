using System.Globalization;
using LearningDev.Content.Search;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Catalogue.Search;

/// <summary>A search as an address says it.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Chosen">The chosen values by facet.</param>
/// <param name="UnknownFacets">Names in the address that are no facets.</param>
/// <param name="Names">The names of facets and values.</param>
internal sealed record CatalogueQuery(
    string Text, IReadOnlyDictionary<string, IReadOnlySet<string>> Chosen, IReadOnlyList<string> UnknownFacets, FacetNames Names)
{
    private const int LongestShown = 100;

    private static readonly (SearchOrder Order, string Key, string Name)[] AllOrders =
    [
        (SearchOrder.Relevance, "relevance", "Most relevant"),
        (SearchOrder.Newest, "newest", "Newest"),
        (SearchOrder.Title, "title", "Title, A to Z"),
        (SearchOrder.Length, "length", "Shortest"),
    ];

    /// <summary>What comes first.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>True to search for the text as it stands, without mending its spelling.</summary>
    public bool Exactly { get; init; }

    /// <summary>True when nothing was typed or chosen.</summary>
    public bool IsEmpty => Text.Length == 0 && Chosen.Count == 0;

    /// <summary>True when the text is longer than what is used of it.</summary>
    public bool IsCut => Text.Length > SearchQuery.MaximumTextLength;

    /// <summary>The order as addresses say it; null for the usual one, which addresses leave out.</summary>
    public string? OrderKey => Order == UsualOrder(Text) ? null : AllOrders.First(order => order.Order == Order).Key;

    /// <summary>The orders that can be chosen: by relevance only where something was typed.</summary>
    public IEnumerable<(SearchOrder Order, string Key, string Name)> Orders =>
        AllOrders.Where(order => order.Order != SearchOrder.Relevance || Text.Length > 0);

    /// <summary>The keys of the orders.</summary>
    public static IEnumerable<string> OrderKeys => AllOrders.Select(order => order.Key);

    /// <summary>Reads an order out of an address. What is unknown, and relevance where nothing was typed, is the usual order.</summary>
    public static SearchOrder OrderOf(string? key, string text)
    {
        var order = AllOrders.FirstOrDefault(order => order.Key == key).Order;
        return order == SearchOrder.Relevance ? UsualOrder(text) : order;
    }

    public bool HasChosen(string facet, string value) => Chosen.TryGetValue(facet, out var values) && values.Contains(value);

    /// <summary>The address of this search on a page.</summary>
    public string UrlOfPage(int page) => Url(page);

    /// <summary>The address of a search for other text, spelt as it is meant to be.</summary>
    public string UrlOfText(string text) => (this with { Text = text, Exactly = false }).Url(1);

    /// <summary>The address of this search without its spelling mended.</summary>
    public string UrlExactly() => (this with { Exactly = true }).Url(1);

    /// <summary>The address of this search without one of the chosen values.</summary>
    public string UrlWithout(string facet, string value) => Url(1, (facet, value));

    /// <summary>The address of this search without any chosen value.</summary>
    public string UrlWithoutChoices() => WithoutChoices().Url(1);

    /// <summary>This search without any chosen value.</summary>
    public CatalogueQuery WithoutChoices() => this with { Chosen = new Dictionary<string, IReadOnlySet<string>>() };

    /// <summary>This search without what was chosen in a facet.</summary>
    public CatalogueQuery Without(string facet) => this with { Chosen = Chosen.Where(pair => pair.Key != facet).ToDictionary() };

    /// <summary>The chosen values in the order of the facets.</summary>
    public IEnumerable<(string Facet, string Value)> Pairs() =>
        from facet in Names.Keys
        where Chosen.ContainsKey(facet)
        from value in Chosen[facet]
        select (facet, value);

    /// <summary>The beginning of a text that is too long for a line.</summary>
    public static string Shorten(string text) =>
        text.Length <= LongestShown ? text : text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)] + "…";

    private static SearchOrder UsualOrder(string text) => text.Length > 0 ? SearchOrder.Relevance : SearchOrder.Title;

    private string Url(int page, (string Facet, string Value)? left = null)
    {
        List<KeyValuePair<string, string?>> query = [];
        if (Text.Length > 0)
        {
            query.Add(new("q", IsCut ? Text[..SearchQuery.MaximumTextLength] : Text));
        }

        query.AddRange(Pairs().Where(pair => pair != left).Select(pair => KeyValuePair.Create(pair.Facet, (string?)pair.Value)));
        if (OrderKey is { } order)
        {
            query.Add(new("sort", order));
        }

        if (Exactly)
        {
            query.Add(new("exactly", "true"));
        }

        if (page > 1)
        {
            query.Add(new("page", page.ToString(CultureInfo.InvariantCulture)));
        }

        return CatalogueLinks.Search + QueryString.Create(query);
    }
}
