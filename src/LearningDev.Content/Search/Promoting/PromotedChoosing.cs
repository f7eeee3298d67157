using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Search.Promoting;

/// <summary>Chooses what comes first for a search (CAT-04). An editor sees and chooses only what the editor may know of.</summary>
internal sealed class PromotedChoosing(
    PortalDb db, ContentItems items, ContentDefinitions definitions, SearchService search, ItemVisibility visibility)
{
    /// <summary>How many entries can come first for a search.</summary>
    public const int Most = 5;

    private const int MostOffered = 10;

    /// <summary>What is chosen for a search now, and what can be chosen.</summary>
    /// <param name="text">The search.</param>
    /// <param name="find">Words by which entries are offered.</param>
    /// <param name="collection">What is searched.</param>
    /// <param name="ticked">What the editor has ticked so far; null for what is saved.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<PromotedChoice> ShowAsync(
        string text, string find, string collection, IReadOnlyList<string>? ticked, CancellationToken cancellation)
    {
        var reader = await visibility.ReaderAsync(cancellation);
        var item = await FindAsync(text, cancellation);
        var saved = Part(item).Entries.ContentItemIds;
        var kept = saved.Union(ticked ?? []).ToList();
        var visible = await search.VisibleAsync(kept, reader, cancellation);
        var set = await definitions.GetAsync(cancellation);
        var chosen = (await items.FindAllAsync([.. kept.Where(visible.Contains)], VersionChoice.Published, cancellation))
            .Select(entry => new OfferedEntry(entry.ContentItemId, entry.DisplayText, KindOf(set, entry.ContentType))).ToList();
        var found = string.IsNullOrWhiteSpace(find) ? [] : (await search.SearchAsync(
            new SearchQuery { Collection = collection, Reader = reader, Text = find, Size = MostOffered }, cancellation)).Hits;
        return new PromotedChoice(
            item,
            [.. chosen, .. found.Where(hit => !kept.Contains(hit.ContentItemId)).Select(hit => new OfferedEntry(hit.ContentItemId, hit.Title, KindOf(set, hit.ContentType)))],
            ticked ?? saved,
            [.. SearchLines.In(Part(item).Searches.Text).Where(line => SearchLines.KeyOf(line) != SearchLines.KeyOf(text))]);
    }

    /// <summary>Saves what comes first for a search. What stands there and the editor may not see stays.</summary>
    /// <param name="text">The search.</param>
    /// <param name="chosen">The ids of what the editor has ticked.</param>
    /// <param name="readAs">The version that the editor began from.</param>
    /// <param name="newId">The id that a new item gets.</param>
    /// <param name="publish">True to publish, false to leave a draft.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<SearchHelpOutcome> SaveAsync(
        string text, IReadOnlyList<string> chosen, VersionMark readAs, string newId, bool publish, CancellationToken cancellation)
    {
        var search = string.Join(' ', SearchLines.In(text.ReplaceLineEndings(" ")));
        var item = await FindAsync(search, cancellation);
        var entries = await EntriesAsync(Part(item).Entries.ContentItemIds, chosen, cancellation);
        if (Faults(search, entries) is { Count: > 0 } faults)
        {
            return new SearchHelpOutcome.Refused(faults);
        }

        if (item is not null && (item.Published || !publish) && entries.SequenceEqual(Part(item).Entries.ContentItemIds))
        {
            return new SearchHelpOutcome.Saved();
        }

        if (item is not null && VersionMark.Of(item) != readAs)
        {
            return new SearchHelpOutcome.Conflict();
        }

        if (publish && item is { Published: false })
        {
            return new SearchHelpOutcome.HasDraft(item);
        }

        item ??= New(search, newId);
        item.Alter<PromotedResultsPart>(part => part.Entries.ContentItemIds = entries, SearchSynonyms.PromotedType);
        return await SearchHelpOutcome.SaveAsync(items, item, publish, cancellation);
    }

    private async Task<List<string>> EntriesAsync(List<string> saved, IReadOnlyList<string> chosen, CancellationToken cancellation)
    {
        var visible = await search.VisibleAsync(saved.Union(chosen), await visibility.ReaderAsync(cancellation), cancellation);
        return [.. saved.Where(id => chosen.Contains(id) || !visible.Contains(id)), .. chosen.Where(id => visible.Contains(id) && !saved.Contains(id)).Distinct()];
    }

    private static List<ContentError> Faults(string search, List<string> entries)
    {
        List<ContentError> faults = [];
        if (search.Length == 0)
        {
            faults.Add(new ContentError("text", "Enter what people type"));
        }
        else if (search.Length > SynonymAdding.LineLength)
        {
            faults.Add(new ContentError("text", $"What people type must be {SynonymAdding.LineLength} characters or fewer"));
        }

        if (entries.Count == 0)
        {
            faults.Add(new ContentError("Chosen", "Choose what comes first"));
        }
        else if (entries.Count > Most)
        {
            faults.Add(new ContentError("Chosen", $"Choose no more than {Most}"));
        }

        return faults;
    }

    private async Task<ContentItem?> FindAsync(string text, CancellationToken cancellation) =>
        SearchLines.KeyOf(text) is { Length: > 0 } key
            ? (await SearchHelpOutcome.LatestAsync(db, SearchSynonyms.PromotedType, cancellation))
                .Find(item => SearchLines.In(Part(item).Searches.Text).Exists(line => SearchLines.KeyOf(line) == key))
            : null;

    private ContentItem New(string search, string newId)
    {
        var item = items.New(SearchSynonyms.PromotedType);
        item.ContentItemId = newId;
        item.Alter<TitlePart>(part => part.Title = SearchHelpOutcome.Title(search));
        item.Alter<PromotedResultsPart>(part => part.Searches.Text = search, SearchSynonyms.PromotedType);
        return item;
    }

    private static PromotedResultsPart Part(ContentItem? item) => item?.As<PromotedResultsPart>(SearchSynonyms.PromotedType) ?? new PromotedResultsPart();

    private static string KindOf(DefinitionSet set, string type) => set.FindType(type)?.DisplayName ?? type;
}

/// <summary>What can come first for a search.</summary>
/// <param name="Item">The content item that says what comes first; null when there is none yet.</param>
/// <param name="Entries">What can be chosen; what is chosen comes first.</param>
/// <param name="Chosen">The ids of what is chosen.</param>
/// <param name="OtherSearches">Other searches that the same choice is for.</param>
internal sealed record PromotedChoice(
    ContentItem? Item, IReadOnlyList<OfferedEntry> Entries, IReadOnlyList<string> Chosen, IReadOnlyList<string> OtherSearches);

/// <summary>An entry that can come first.</summary>
internal sealed record OfferedEntry(string Id, string Title, string Kind);
