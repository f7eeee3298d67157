namespace LearningDev.Content.Search;

/// <summary>What somebody searches for.</summary>
public sealed record SearchQuery
{
    /// <summary>The most characters of the text that are used.</summary>
    public const int MaximumTextLength = 2048;

    /// <summary>The most words of the text that are used.</summary>
    public const int MaximumWords = 400;

    /// <summary>The collection that is searched, for example "catalogue".</summary>
    public required string Collection { get; init; }

    /// <summary>Who searches; results never show what the person may not see.</summary>
    public required SearchReader Reader { get; init; }

    /// <summary>What was typed; empty to browse.</summary>
    public string Text { get; init; } = "";

    /// <summary>True to search for the text as it stands, without mending its spelling.</summary>
    public bool Exactly { get; init; }

    /// <summary>The chosen values by facet. Within a facet any value will do; every facet must be met.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Filters { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>What comes first.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>The page, from 1. A page past the end has no hits.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many results a page shows, from 1 to 100.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>The orders in which results can be shown.</summary>
public enum SearchOrder
{
    /// <summary>The best match first; by title where nothing was typed.</summary>
    Relevance,

    /// <summary>What was published last comes first.</summary>
    Newest,

    /// <summary>By title, from A to Z.</summary>
    Title,

    /// <summary>The shortest first; what has no known length comes last.</summary>
    Length,
}

/// <summary>Who searches.</summary>
/// <param name="Roles">The names of the person's roles, and the keys of the person's groups.</param>
/// <param name="SeesEverything">True for those who see restricted documents of all roles and groups.</param>
public sealed record SearchReader(IReadOnlyCollection<string> Roles, bool SeesEverything = false)
{
    /// <summary>True for what has no readers, or one of the person's roles and groups among them, and for whoever sees everything.</summary>
    /// <param name="readers">The readers; empty for everybody.</param>
    public bool Sees(IReadOnlyCollection<string> readers) => SeesEverything || IsAmong(readers);

    /// <summary>True for what has no readers, or one of the person's roles and groups among them.</summary>
    /// <param name="readers">The readers; empty for everybody.</param>
    public bool IsAmong(IReadOnlyCollection<string> readers) => readers.Count == 0 || readers.Any(Roles.Contains);
}

/// <summary>What a search found.</summary>
/// <param name="Total">How many documents match, on all pages.</param>
/// <param name="Page">The page that was asked for, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Hits">The documents of the page, the best first.</param>
/// <param name="Facets">For each facet the values of the matching documents with their counts; a facet's own choices do not narrow its counts.</param>
/// <param name="MendedText">
/// The text with its spelling mended; null when nothing needed mending. The results are for it, unless the search was for the text exactly.
/// </param>
/// <param name="WithAllWords">
/// How many of the documents have all the words. When fewer than a page have them, those that have only some of the words follow.
/// </param>
public sealed record SearchResults(
    int Total,
    int Page,
    int Pages,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets,
    string? MendedText,
    int WithAllWords);

/// <summary>A document that was found.</summary>
/// <param name="ContentItemId">The id of the content item.</param>
/// <param name="ContentType">The name of its content type.</param>
/// <param name="Title">The title.</param>
/// <param name="Url">The address below the portal's root.</param>
/// <param name="Summary">One or two sentences.</param>
public sealed record SearchHit(string ContentItemId, string ContentType, string Title, string Url, string Summary)
{
    /// <summary>The title with the words of the search marked.</summary>
    public MarkedText MarkedTitle { get; init; } = MarkedText.Plain(Title);

    /// <summary>The summary with the words of the search marked, or the piece of the body that has them when neither title nor summary has any.</summary>
    public MarkedText Extract { get; init; } = MarkedText.Plain(Summary);

    /// <summary>The version of the index in which it was last written: what is kept of an item's row for as long as this is the same is right.</summary>
    public long Version { get; init; }

    /// <summary>When the item was published, in UTC.</summary>
    public DateTime PublishedUtc { get; init; }

    /// <summary>True when editors have put it first for this search.</summary>
    public bool IsPromoted { get; init; }

    /// <summary>True when it has all the words of the search.</summary>
    public bool HasAllWords { get; init; } = true;
}
