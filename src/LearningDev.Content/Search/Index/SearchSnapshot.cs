using System.Collections.Concurrent;
using System.Collections.Frozen;
using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search.Index;

/// <summary>
/// What searches need of every document besides its text, in memory: facets, rights, titles and what results are sorted by. A snapshot
/// never changes; the next one shares with it what has stayed the same.
/// </summary>
internal sealed class SearchSnapshot
{
    private readonly Lazy<FrozenDictionary<string, SnapshotDocument>> byItem;
    private readonly Lazy<TitleWords> titleWords;
    private readonly Lazy<SnapshotDocument[]> byTitle;
    private readonly Lazy<Dictionary<long, int>> titleOrder;

    public SearchSnapshot(long version, Dictionary<long, SnapshotDocument> documents, FacetCodes codes, StemNumbers stems, Vocabulary vocabulary)
    {
        Stems = stems;
        Version = version;
        ById = documents;
        Codes = codes;
        Vocabulary = vocabulary;
        Size = new IndexSize(documents.Count, documents.Count == 0 ? 0 : documents.Values.Average(document => document.WordCount));
        byItem = new(() => ById.Values.ToFrozenDictionary(document => document.ContentItemId));
        titleWords = new(() => new TitleWords(ById.Values));
        byTitle = new(() => [.. ById.Values.OrderBy(document => document.Title, StringComparer.CurrentCultureIgnoreCase).ThenBy(document => document.Id)]);
        titleOrder = new(() => byTitle.Value.Index().ToDictionary(place => place.Item.Id, place => place.Index));
    }

    public static SearchSnapshot Empty { get; } = new(-1, [], new FacetCodes(), new StemNumbers(), Vocabulary.Empty);

    /// <summary>The version of the index that the snapshot shows.</summary>
    public long Version { get; }

    public Dictionary<long, SnapshotDocument> ById { get; }

    public FacetCodes Codes { get; }

    public StemNumbers Stems { get; }

    public Vocabulary Vocabulary { get; }

    public IndexSize Size { get; }

    public TitleWords TitleWords => titleWords.Value;

    /// <summary>The documents in alphabetical order.</summary>
    public IReadOnlyList<SnapshotDocument> ByTitle => byTitle.Value;

    /// <summary>The place of each document in alphabetical order.</summary>
    public IReadOnlyDictionary<long, int> TitleOrder => titleOrder.Value;

    public IEnumerable<SnapshotDocument> Documents => ById.Values;

    public SnapshotDocument? Find(string contentItemId) => byItem.Value.GetValueOrDefault(contentItemId);
}

/// <summary>A document in memory.</summary>
internal sealed class SnapshotDocument
{
    public required long Id { get; init; }

    public required string Collection { get; init; }

    public required string ContentItemId { get; init; }

    public required string ContentType { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public required string Summary { get; init; }

    /// <summary>The version of the index in which the document was last written.</summary>
    public required long Version { get; init; }

    public required DateTime PublishedUtc { get; init; }

    public required int? Minutes { get; init; }

    public required int WordCount { get; init; }

    /// <summary>The facet values, as <see cref="FacetCodes"/> numbers them.</summary>
    public required int[] Values { get; init; }

    /// <summary>The roles and groups that may see it; empty for everybody.</summary>
    public required string[] Roles { get; init; }

    /// <summary>The stems of the title's words that say something, as <see cref="StemNumbers"/> numbers them.</summary>
    public required int[] TitleStems { get; init; }

    public SearchHit ToHit() => new(ContentItemId, ContentType, Title, Url, Summary) { Version = Version, PublishedUtc = PublishedUtc };

    public bool IsVisibleTo(SearchReader reader) => reader.Sees(Roles);
}

/// <summary>Numbers the facet values, so that counting them is adding to an array. Numbers are never taken back.</summary>
internal sealed class FacetCodes
{
    private readonly Lock writing = new();
    private readonly Dictionary<(string Facet, string Value), int> codes = [];
    private readonly List<(string Facet, string Value)> values = [];
    private (string Facet, string Value)[] listed = [];

    /// <summary>The facet and value of each number.</summary>
    public IReadOnlyList<(string Facet, string Value)> Values
    {
        get
        {
            lock (writing)
            {
                return listed.Length == values.Count ? listed : listed = [.. values];
            }
        }
    }

    /// <summary>The number of a value; a new one when it has none yet.</summary>
    public int Add(string facet, string value)
    {
        lock (writing)
        {
            if (!codes.TryGetValue((facet, value), out var code))
            {
                codes[(facet, value)] = code = values.Count;
                values.Add((facet, value));
            }

            return code;
        }
    }

    /// <summary>The number of a value; null when no document has ever had it.</summary>
    public int? Find(string facet, string value)
    {
        lock (writing)
        {
            return codes.TryGetValue((facet, value), out var code) ? code : null;
        }
    }
}

/// <summary>Numbers stems, so that comparing titles is comparing numbers. Numbers are never taken back.</summary>
internal sealed class StemNumbers
{
    private readonly ConcurrentDictionary<string, int> numbers = new();

    /// <summary>The number of a stem.</summary>
    public int Of(string stem) => numbers.GetOrAdd(stem, static (_, count) => count.Next(), this);

    /// <summary>The numbers of the words of a title that say something.</summary>
    public int[] OfTitle(string title) => [.. SearchWords.Of(title).Where(word => !StopWords.Contains(word)).Select(word => Of(Words.Stems.Of(word)))];

    private int last;

    private int Next() => Interlocked.Increment(ref last);
}
