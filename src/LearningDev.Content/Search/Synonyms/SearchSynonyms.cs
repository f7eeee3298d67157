using System.Collections.Frozen;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Search.Matching;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Synonyms;

/// <summary>Reads what editors have written about searching: content items of the types SearchSynonyms and PromotedResults (CAT-04).</summary>
internal sealed class SearchSynonyms(PortalDb db, PortalCache cache)
    : IEventHandler<ContentPublished>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    /// <summary>The content type of words that mean the same.</summary>
    public const string SynonymsType = "SearchSynonyms";

    /// <summary>The content type of results that come first for some searches.</summary>
    public const string PromotedType = "PromotedResults";

    private const string CacheKey = "search-synonyms";

    public Task<SearchKnowledge> GetAsync(CancellationToken cancellation) => cache.GetAsync(db, CacheKey, async () =>
    {
        var rows = await db.Set<ContentItemRow>().AsNoTracking()
            .Where(row => row.Published && (row.ContentType == SynonymsType || row.ContentType == PromotedType))
            .OrderBy(row => row.ContentItemId).ToListAsync(cancellation);
        var items = rows.ConvertAll(row => row.ToItem());
        return new SearchKnowledge(
            items.Where(item => item.ContentType == SynonymsType).Select(item => item.As<SearchSynonymsPart>(SynonymsType)),
            items.Where(item => item.ContentType == PromotedType).Select(item => item.As<PromotedResultsPart>(PromotedType)));
    });

    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) => ForgetAsync(portalEvent);

    private Task ForgetAsync(ContentEvent change)
    {
        if (change.Item.ContentType is SynonymsType or PromotedType)
        {
            cache.ForgetOnCommit(db, CacheKey);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Words that mean the same, as editors write them.</summary>
internal sealed class SearchSynonymsPart
{
    /// <summary>Words and expressions, one on each line; each of them finds all the others.</summary>
    public TextField Words { get; set; } = new();

    /// <summary>What finds all the words without being found by them, one on each line; for the narrower of two words.</summary>
    public TextField AlsoTyped { get; set; } = new();
}

/// <summary>Results that come first for some searches, as editors choose them.</summary>
internal sealed class PromotedResultsPart
{
    /// <summary>The searches, one on each line.</summary>
    public TextField Searches { get; set; } = new();

    /// <summary>The entries that come first, in order.</summary>
    public ContentPickerField Entries { get; set; } = new();
}

/// <summary>What editors have written about searching, ready to be used.</summary>
internal sealed class SearchKnowledge
{
    private const char Divider = ' ';

    private readonly FrozenDictionary<string, List<SearchTerm>> synonyms;
    private readonly FrozenDictionary<string, List<string>> promoted;
    private readonly FrozenSet<string> words;
    private readonly int longest;

    public SearchKnowledge(IEnumerable<SearchSynonymsPart> synonyms, IEnumerable<PromotedResultsPart> promoted)
    {
        Dictionary<string, List<SearchTerm>> others = [];
        foreach (var part in synonyms)
        {
            var found = Lines(part.Words.Text);
            foreach (var typed in found.Concat(Lines(part.AlsoTyped.Text)))
            {
                var key = string.Join(Divider, typed);
                if (!others.TryGetValue(key, out var terms))
                {
                    others[key] = terms = [];
                }

                terms.AddRange(found.Where(other => !other.SequenceEqual(typed)).Select(SearchTerm.Phrase));
            }
        }

        this.synonyms = others.ToFrozenDictionary();
        longest = others.Keys.Select(key => key.Count(character => character == Divider) + 1).DefaultIfEmpty().Max();
        words = others.Keys.SelectMany(key => key.Split(Divider)).ToFrozenSet();
        this.promoted = promoted
            .SelectMany(part => Lines(part.Searches.Text).Select(search => (Key: KeyOf(search), part.Entries.ContentItemIds)))
            .GroupBy(pair => pair.Key)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.ContentItemIds).Distinct().ToList());
    }

    /// <summary>True when the word stands in what editors have written, and so is no mistake.</summary>
    public bool Knows(string word) => words.Contains(word);

    /// <summary>The longest expression at a place of a search that has synonyms: how many words it takes up, and what it can be called too.</summary>
    public (int Words, IReadOnlyList<SearchTerm> Others)? At(IReadOnlyList<string> text, int place)
    {
        for (var count = Math.Min(longest, text.Count - place); count > 0; count--)
        {
            if (synonyms.TryGetValue(string.Join(Divider, text.Skip(place).Take(count)), out var others))
            {
                return (count, others);
            }
        }

        return null;
    }

    /// <summary>The ids of the content items that come first for a search.</summary>
    public IReadOnlyList<string> PromotedFor(string text) =>
        promoted.Count == 0 ? [] : promoted.GetValueOrDefault(KeyOf([.. SearchWords.Of(text)])) ?? [];

    private static string KeyOf(IEnumerable<string> search) => string.Join(Divider, search.Select(Stems.Of));

    private static List<List<string>> Lines(string? text) =>
        [.. (text ?? "").Split('\n').Select(line => SearchWords.Of(line).ToList()).Where(line => line.Count > 0)];
}
