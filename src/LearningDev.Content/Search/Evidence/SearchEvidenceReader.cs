using LearningDev.Content.Search.Synonyms;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Evidence;

/// <summary>Reads what people have searched for (CAT-04).</summary>
internal sealed class SearchEvidenceReader(
    PortalDb db, SearchSynonyms synonyms, SearchCollections collections, ISettings settings, DateWords dates, TimeProvider time)
{
    /// <summary>Reads a page.</summary>
    public async Task<EvidencePage> ReadAsync(EvidenceFilter filter, int page, CancellationToken cancellation)
    {
        var lines = await MatchingAsync(filter);
        var count = await lines.CountAsync(cancellation);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (count + size - 1) / size);
        var shown = Math.Clamp(page, 1, pages);
        var found = await Ordered(lines, filter).Skip((shown - 1) * size).Take(size).ToListAsync(cancellation);
        var knowledge = await synonyms.GetAsync(cancellation);
        var urls = (await collections.OnAsync(cancellation)).ToDictionary(collection => collection.Id, collection => collection.Url);
        return new EvidencePage(count, shown, pages,
        [
            .. found.Select(line => new ShownLine(
                line, EvidenceText.IsAsTyped(line.Text) ? urls.GetValueOrDefault(line.Collection) : null, knowledge.HasSynonyms(line.Text), knowledge.PromotedFor(line.Text).Count > 0)),
        ]);
    }

    /// <summary>How many different searches pass the filter.</summary>
    public async Task<int> CountAsync(EvidenceFilter filter, CancellationToken cancellation) => await (await MatchingAsync(filter)).CountAsync(cancellation);

    /// <summary>Reads all that pass the filter, one after the other.</summary>
    public async Task<IAsyncEnumerable<EvidenceLine>> ReadAllAsync(EvidenceFilter filter) =>
        Ordered(await MatchingAsync(filter), filter).AsAsyncEnumerable();

    private async Task<IQueryable<EvidenceLine>> MatchingAsync(EvidenceFilter filter)
    {
        var known = (await collections.OnAsync()).Select(collection => collection.Id).ToList();
        var from = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime)).AddDays(1 - filter.Days);
        var rows = db.Set<SearchEvidenceRow>().AsNoTracking().Where(row => known.Contains(row.Collection) && row.Day >= from);
        foreach (var word in filter.WordList)
        {
            rows = rows.Where(row => row.Text.Contains(word));
        }

        var lines = rows.GroupBy(row => new { row.Collection, row.Text }).Select(group => new EvidenceLine
        {
            Collection = group.Key.Collection,
            Text = group.Key.Text,
            Searches = group.Sum(row => row.Searches),
            WithoutResult = group.Sum(row => row.WithoutResult),
            Clicks = group.Sum(row => row.Clicks),
            LastDay = group.Max(row => row.Day),
        });
        return filter.Show switch
        {
            EvidenceShow.Nothing => lines.Where(line => line.WithoutResult > 0),
            EvidenceShow.Unopened => lines.Where(line => line.Searches > line.WithoutResult && line.Clicks == 0),
            _ => lines.Where(line => line.Searches > 0),
        };
    }

    private static IOrderedQueryable<EvidenceLine> Ordered(IQueryable<EvidenceLine> lines, EvidenceFilter filter) => filter.Order switch
    {
        EvidenceOrder.Newest => lines.OrderByDescending(line => line.LastDay).ThenByDescending(line => line.Searches).ThenBy(line => line.Text),
        EvidenceOrder.Words => lines.OrderBy(line => line.Text),
        _ when filter.Show == EvidenceShow.Nothing => lines.OrderByDescending(line => line.WithoutResult).ThenBy(line => line.Text),
        _ => lines.OrderByDescending(line => line.Searches).ThenBy(line => line.Text),
    };
}

/// <summary>Which searches are listed.</summary>
internal enum EvidenceShow
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those that found nothing, at least once.</summary>
    Nothing,

    /// <summary>Those that found something of which nobody has opened anything.</summary>
    Unopened,
}

/// <summary>In which order searches are listed.</summary>
internal enum EvidenceOrder
{
    /// <summary>What was searched for most often comes first.</summary>
    Often,

    /// <summary>What was searched for last comes first.</summary>
    Newest,

    /// <summary>By the words, from A to Z.</summary>
    Words,
}

/// <summary>Which searches are listed, and in which order.</summary>
/// <param name="Show">Which searches.</param>
/// <param name="Days">Of how many days, today included.</param>
/// <param name="Words">Letters that the search must have.</param>
/// <param name="Order">The order.</param>
internal sealed record EvidenceFilter(EvidenceShow Show, int Days, string? Words, EvidenceOrder Order)
{
    /// <summary>The periods that can be chosen, in days.</summary>
    public static readonly IReadOnlyList<int> Periods = [7, 30, 90, 365];

    private const int UsualDays = 30;

    // U+0000 stands in no search, and PostgreSQL does not take it.
    private static readonly char[] Between = [' ', '\0'];

    /// <summary>The words, in small letters, as searches are kept.</summary>
    public IEnumerable<string> WordList => (Words ?? "").ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Take(10);

    /// <summary>True when searches are left out.</summary>
    public bool IsFiltered => Show != EvidenceShow.All || WordList.Any();

    /// <summary>Reads the filter out of an address; what makes no sense there is left at its usual.</summary>
    public static EvidenceFilter Read(string? show, string? days, string? words, string? order) => new(
        Enum.TryParse<EvidenceShow>(show, ignoreCase: true, out var shown) && Enum.IsDefined(shown) ? shown : EvidenceShow.All,
        int.TryParse(days, out var number) && Periods.Contains(number) ? number : UsualDays,
        words,
        Enum.TryParse<EvidenceOrder>(order, ignoreCase: true, out var ordered) && Enum.IsDefined(ordered) ? ordered : EvidenceOrder.Often);
}

/// <summary>A search with its counts.</summary>
internal sealed record EvidenceLine
{
    public required string Collection { get; init; }

    public required string Text { get; init; }

    public required int Searches { get; init; }

    public required int WithoutResult { get; init; }

    public required int Clicks { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>How many of the searches found something.</summary>
    public int WithResult => Searches - WithoutResult;

    /// <summary>How many of those led to a result. Some people open several results of one search, so it is never more than there were searches.</summary>
    public int Opened => Math.Min(Clicks, WithResult);
}

/// <summary>A search as the list shows it.</summary>
/// <param name="Line">Its counts.</param>
/// <param name="SearchUrl">The page to search it on; null when what was typed is not known any more.</param>
/// <param name="HasSynonyms">True when editors have written what else it can be called.</param>
/// <param name="HasFirst">True when editors have chosen what comes first.</param>
internal sealed record ShownLine(EvidenceLine Line, string? SearchUrl, bool HasSynonyms, bool HasFirst);

/// <summary>A page of searches.</summary>
internal sealed record EvidencePage(int Count, int Page, int Pages, IReadOnlyList<ShownLine> Lines);
