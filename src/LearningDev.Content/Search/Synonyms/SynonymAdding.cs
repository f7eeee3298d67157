using LearningDev.Content.Items;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Search.Synonyms;

/// <summary>Adds what people type to the words that mean the same (CAT-04).</summary>
internal sealed class SynonymAdding(PortalDb db, ContentItems items)
{
    /// <summary>The most characters of a line.</summary>
    public const int LineLength = 100;

    private const int MostLines = 50;

    /// <summary>All lists of words that mean the same, by title.</summary>
    public Task<List<ContentItem>> ListsAsync(CancellationToken cancellation) => SearchHelpOutcome.LatestAsync(db, SearchSynonyms.SynonymsType, cancellation);

    /// <summary>
    /// Adds to the chosen list, to the list that has the words already, or to a new one. Adding what is there already changes nothing, so
    /// that a second click does no harm.
    /// </summary>
    /// <param name="added">What is to be added.</param>
    /// <param name="publish">True to publish, false to leave a draft.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<SearchHelpOutcome> AddAsync(AddedSynonym added, bool publish, CancellationToken cancellation)
    {
        var typed = SearchLines.In(added.Typed.ReplaceLineEndings(" ")).FirstOrDefault() ?? "";
        var key = SearchLines.KeyOf(typed);
        var words = SearchLines.In(added.Words).Where(line => SearchLines.KeyOf(line) != key).DistinctBy(SearchLines.KeyOf).ToList();
        var lists = await ListsAsync(cancellation);
        if (Faults(added, typed, words, lists) is { Count: > 0 } faults)
        {
            return new SearchHelpOutcome.Refused(faults);
        }

        var list = lists.Find(candidate => candidate.ContentItemId == added.ListId) ?? lists.Find(candidate => Has(candidate, key, added.OneWay)) ?? New(added, typed, words);
        if (!Add(list, typed, words, added.OneWay) && (list.Published || !publish))
        {
            return new SearchHelpOutcome.Saved();
        }

        return publish && list is { Latest: true, Published: false }
            ? new SearchHelpOutcome.HasDraft(list)
            : await SearchHelpOutcome.SaveAsync(items, list, publish, cancellation);
    }

    private static List<ContentError> Faults(AddedSynonym added, string typed, List<string> words, List<ContentItem> lists)
    {
        List<ContentError> faults = [];
        if (typed.Length == 0)
        {
            faults.Add(new ContentError(nameof(added.Typed), "Enter what people type"));
        }
        else if (typed.Length > LineLength)
        {
            faults.Add(new ContentError(nameof(added.Typed), $"What people type must be {LineLength} characters or fewer"));
        }

        if (words.Count == 0 && added.ListId.Length == 0)
        {
            faults.Add(new ContentError(nameof(added.Words), "Enter other words that mean the same, or choose a list"));
        }
        else if (words.Count > MostLines)
        {
            faults.Add(new ContentError(nameof(added.Words), $"Enter no more than {MostLines} lines"));
        }
        else if (words.Find(line => line.Length > LineLength) is { } line)
        {
            faults.Add(new ContentError(nameof(added.Words), $"Each line must be {LineLength} characters or fewer. One of yours has {line.Length}"));
        }

        if (added.ListId.Length > 0 && !lists.Exists(list => list.ContentItemId == added.ListId))
        {
            faults.Add(new ContentError(nameof(added.ListId), "This list is not there any more. Choose another one"));
        }

        return faults;
    }

    // Words that find each other extend the list that they are in; a narrower word extends the list that it finds already.
    private static bool Has(ContentItem list, string key, bool oneWay)
    {
        var part = list.As<SearchSynonymsPart>(SearchSynonyms.SynonymsType);
        return SearchLines.In(oneWay ? part.AlsoTyped.Text : part.Words.Text).Exists(line => SearchLines.KeyOf(line) == key);
    }

    private ContentItem New(AddedSynonym added, string typed, List<string> words)
    {
        var item = items.New(SearchSynonyms.SynonymsType);
        item.ContentItemId = added.NewId;
        item.Alter<TitlePart>(part => part.Title = SearchHelpOutcome.Title(string.Join(", ", words.Prepend(typed))));
        return item;
    }

    private static bool Add(ContentItem list, string typed, List<string> words, bool oneWay)
    {
        var changed = false;
        list.Alter<SearchSynonymsPart>(
            part =>
            {
                var found = SearchLines.In(part.Words.Text);
                var also = SearchLines.In(part.AlsoTyped.Text);
                var isWord = found.Exists(line => SearchLines.KeyOf(line) == SearchLines.KeyOf(typed));
                var foundNow = SearchLines.With(found, oneWay ? words : words.Prepend(typed));
                var alsoNow = oneWay && !isWord ? SearchLines.With(also, [typed]) : also;
                changed = foundNow.Count != found.Count || alsoNow.Count != also.Count;
                if (changed)
                {
                    part.Words.Text = string.Join('\n', foundNow);
                    part.AlsoTyped.Text = string.Join('\n', alsoNow);
                }
            },
            SearchSynonyms.SynonymsType);
        return changed;
    }
}

/// <summary>What is added to the words that mean the same.</summary>
/// <param name="Typed">What people type.</param>
/// <param name="Words">Other words for it, one on each line.</param>
/// <param name="ListId">The list that it is added to; empty for a new one, or the one that has it already.</param>
/// <param name="OneWay">True when what is typed finds the words, but the words do not find what is typed.</param>
/// <param name="NewId">The id that a new list gets.</param>
internal sealed record AddedSynonym(string Typed, string Words, string ListId, bool OneWay, string NewId);
