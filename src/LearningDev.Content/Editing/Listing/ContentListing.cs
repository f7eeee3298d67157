using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Index;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Listing;

/// <summary>Finds items for the editors' list, a page at a time.</summary>
internal sealed class ContentListing(
    PortalDb db, ContentDefinitions definitions, TaxonomyReader taxonomies, SearchService search, Colleagues colleagues, AuthorNames authors, ItemVisibility visibility, CurrentPerson person,
    ISettings settings, DateWords dates, TimeProvider time)
{
    /// <summary>How many days ahead a review is due soon.</summary>
    public const int SoonDays = 30;

    /// <summary>Reads a page of the list.</summary>
    public async Task<ListingPage> FindAsync(ListingQuery query, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var types = Listed(set);
        var all = await MatchingAsync(query, cancellation);

        // One question counts for all: each type and state, of which the list has those that are chosen.
        var counts = (await all.GroupBy(row => new { row.ContentType, row.State }).Select(group => new { group.Key.ContentType, group.Key.State, Count = group.Count() })
            .ToListAsync(cancellation)).Where(group => types.Exists(type => type.Name == group.ContentType)).ToList();
        var count = counts.Where(group => IsOfType(query, group.ContentType) && IsInState(query, group.State)).Sum(group => group.Count);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Clamp(query.Page, 1, pages);
        var inOrder = await MatchingAsync(query, cancellation, inOrder: true);
        var ids = count == 0 ? [] : await PageAsync(Chosen(inOrder, query, types), query.Order, (page - 1) * size, Math.Min(size, count - ((page - 1) * size)), count, cancellation);
        return new ListingPage(
            count, page, pages, await ReadAsync(ids, set, cancellation),
            [.. types.Select(type => new Choice<string>(type.Name, type.DisplayName, counts.Where(group => group.ContentType == type.Name && IsInState(query, group.State)).Sum(group => group.Count)))],
            [.. ItemStates.Listed.Select(state => new Choice<ItemState>(state, state.Words, counts.Where(group => group.State == state && IsOfType(query, group.ContentType)).Sum(group => group.Count)))]);
    }

    /// <summary>The ids of all items that the list has, in its order.</summary>
    /// <param name="query">The list; its page does not count.</param>
    /// <param name="most">How many ids at most.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<IReadOnlyList<string>> AllIdsAsync(ListingQuery query, int most, CancellationToken cancellation) =>
        await Ordered(Chosen(await MatchingAsync(query, cancellation, inOrder: true), query, Listed(await definitions.GetAsync(cancellation))), query.Order).Take(most).ToListAsync(cancellation);

    /// <summary>How many items the list has.</summary>
    public async Task<int> CountAsync(ListingQuery query, CancellationToken cancellation) =>
        await Chosen(await MatchingAsync(query, cancellation), query, Listed(await definitions.GetAsync(cancellation))).CountAsync(cancellation);

    private static List<ContentTypeDefinition> Listed(DefinitionSet set) => [.. set.Types.Where(type => type.TypeSettings.Listable).OrderBy(type => type.DisplayName)];

    private static bool IsOfType(ListingQuery query, string type) => query.Types.Count == 0 || query.Types.Contains(type);

    private static bool IsInState(ListingQuery query, ItemState state) => query.States.Count == 0 ? state != ItemState.Archived : query.States.Contains(state);

    /// <summary>What the list asks for but for types and states.</summary>
    /// <param name="query">The list.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <param name="inOrder">True to go through the items in the list's order until a page is full, false to count all of them.</param>
    private async Task<IQueryable<ListingRow>> MatchingAsync(ListingQuery query, CancellationToken cancellation, bool inOrder = false)
    {
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        var seen = await visibility.SeenAsync(db.Set<ListingRow>().AsNoTracking(), row => row.ContentItemId, cancellation);
        var rows = WithOwner(await WithWordsAsync(seen, query, cancellation), query.Owner, today);
        if (query.Topic.Length > 0)
        {
            var terms = await TermAndBelowAsync(query.Topic, cancellation);
            var filed = db.Set<ListingTopic>().Where(topic => EF.Parameter(terms).Contains(topic.TermId));
            // SQLite asks of each item in turn where it says "any", and gathers all items of the topic first where it says "contains".
            rows = inOrder ? rows.Where(row => filed.Any(topic => topic.ContentItemId == row.ContentItemId))
                : rows.Where(row => filed.Select(topic => topic.ContentItemId).Contains(row.ContentItemId));
        }

        if (query.SavedByMe)
        {
            var name = person.Principal.Identity?.Name;
            rows = rows.Where(row => row.Author == name);
        }

        var soon = today.AddDays(SoonDays);
        var none = ListingRow.NoReview;
        return query.Review switch
        {
            ReviewDay.Overdue => rows.Where(row => row.ReviewBy < today),
            ReviewDay.Soon => rows.Where(row => row.ReviewBy >= today && row.ReviewBy <= soon),
            ReviewDay.None => rows.Where(row => row.ReviewBy == none),
            _ => rows,
        };
    }

    private async Task<IQueryable<ListingRow>> WithWordsAsync(IQueryable<ListingRow> rows, ListingQuery query, CancellationToken cancellation)
    {
        List<string> words = [.. query.WordList];
        if (words.Count == 0)
        {
            return rows;
        }

        var titled = words.Aggregate(rows, (found, word) => found.Where(row => row.Words.Contains(word)));
        if (!query.InText)
        {
            return titled;
        }

        var documents = await search.DocumentsWithAsync(query.Words, cancellation);
        var written = db.Set<SearchDocumentRow>().Where(document => EF.Parameter(documents).Contains(document.Id)).Select(document => document.ContentItemId);
        var inTitle = titled.Select(row => row.ContentItemId);
        return rows.Where(row => written.Contains(row.ContentItemId) || inTitle.Contains(row.ContentItemId));
    }

    private IQueryable<ListingRow> WithOwner(IQueryable<ListingRow> rows, string owner, DateOnly today)
    {
        var here = db.Users.Where(candidate => candidate.LeavesOn == null || candidate.LeavesOn >= today).Select(candidate => candidate.Id);
        var id = owner == ListingQuery.Me ? person.Id : owner;
        return owner switch
        {
            "" => rows,
            ListingQuery.Nobody => rows.Where(row => row.OwnerId == null),
            ListingQuery.HasLeft => rows.Where(row => row.OwnerId != null && !here.Contains(row.OwnerId)),
            _ => rows.Where(row => row.OwnerId == id),
        };
    }

    private static IQueryable<ListingRow> Chosen(IQueryable<ListingRow> rows, ListingQuery query, List<ContentTypeDefinition> types)
    {
        List<string> wanted = [.. types.Select(type => type.Name).Where(type => IsOfType(query, type))];
        List<ItemState> states = [.. ItemStates.Listed.Where(state => IsInState(query, state))];
        return rows.Where(row => wanted.Contains(row.ContentType) && states.Contains(row.State));
    }

    // A page of the second half is read from the end: a database goes through all that it skips.
    private static async Task<List<string>> PageAsync(IQueryable<ListingRow> rows, ListingOrder order, int skipped, int taken, int count, CancellationToken cancellation)
    {
        if (skipped <= count / 2)
        {
            return await Ordered(rows, order).Skip(skipped).Take(taken).ToListAsync(cancellation);
        }

        var ids = await Ordered(rows, order).Reverse().Skip(count - skipped - taken).Take(taken).ToListAsync(cancellation);
        ids.Reverse();
        return ids;
    }

    private static IQueryable<string> Ordered(IQueryable<ListingRow> rows, ListingOrder order) => (order switch
    {
        ListingOrder.Title => rows.OrderBy(row => row.Words).ThenBy(row => row.ContentItemId),
        ListingOrder.Review => rows.OrderBy(row => row.ReviewBy).ThenBy(row => row.ContentItemId),
        _ => rows.OrderByDescending(row => row.SavedUtc).ThenByDescending(row => row.ContentItemId),
    }).Select(row => row.ContentItemId);

    private async Task<List<string>> TermAndBelowAsync(string termId, CancellationToken cancellation)
    {
        foreach (var taxonomy in await taxonomies.AllAsync(cancellation))
        {
            if (taxonomy.Terms.Index().FirstOrDefault(pair => pair.Item.Id == termId) is { Item: { } term } found)
            {
                return [termId, .. taxonomy.Terms.Skip(found.Index + 1).TakeWhile(below => below.Depth > term.Depth).Select(below => below.Id)];
            }
        }

        return [termId];
    }

    private async Task<IReadOnlyList<ListedItem>> ReadAsync(List<string> ids, DefinitionSet set, CancellationToken cancellation)
    {
        var rows = await db.Set<ListingRow>().AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, cancellation);
        var saved = await authors.FindAsync(rows.Values.Select(row => row.Author), cancellation);
        var owners = await colleagues.NamesAsync([.. rows.Values.Select(row => row.OwnerId).OfType<string>().Distinct()], cancellation);
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        return
        [
            .. from id in ids
               let row = rows.GetValueOrDefault(id)
               where row is not null
               select new ListedItem(
                   id, ItemNames.Of(row.Title), set.FindType(row.ContentType)?.DisplayName ?? row.ContentType, row.State, saved[row.Author], row.SavedUtc,
                   row.OwnerId is null ? "" : owners.GetValueOrDefault(row.OwnerId, "Somebody unknown"),
                   row.ReviewBy == ListingRow.NoReview ? null : row.ReviewBy, row.ReviewBy < today),
        ];
    }
}

/// <summary>A page of the list.</summary>
/// <param name="Count">How many items the list has, on all pages.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Items">The items of the page.</param>
/// <param name="Types">The types, each with how many items it would have in the chosen states.</param>
/// <param name="States">The states, each with how many items of the chosen types are in it.</param>
internal sealed record ListingPage(
    int Count, int Page, int Pages, IReadOnlyList<ListedItem> Items, IReadOnlyList<Choice<string>> Types, IReadOnlyList<Choice<ItemState>> States);

/// <summary>Something that the list can be narrowed to.</summary>
internal sealed record Choice<T>(T Value, string Words, int Count);

/// <summary>An item in the list.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Title">Its title, or words for one that has none.</param>
/// <param name="Type">What its type is called.</param>
/// <param name="State">How far it is.</param>
/// <param name="SavedBy">Who saved the latest version.</param>
/// <param name="SavedUtc">When that was, in UTC.</param>
/// <param name="Owner">Who answers for it; empty for nobody.</param>
/// <param name="ReviewBy">The day by which it is looked at again; null when none is set.</param>
/// <param name="IsOverdue">True when that day has passed.</param>
internal sealed record ListedItem(
    string Id, string Title, string Type, ItemState State, string SavedBy, DateTime SavedUtc, string Owner, DateOnly? ReviewBy, bool IsOverdue);
