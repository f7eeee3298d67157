using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Content.Search.Evidence;

/// <summary>
/// Counts what people search for, so that editors see what the portal lacks (CAT-04). Nothing is kept of who searched. A search costs its
/// person no more than a number in memory; <see cref="SearchEvidenceJob"/> brings the numbers to the database. As they are counts and no
/// act of anybody, they are not in the audit.
/// </summary>
public sealed class SearchEvidence(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How many different texts may wait to be written. More come in only from somebody who tries to fill the table.</summary>
    internal const int MostWaiting = 2000;

    /// <summary>How many different texts are kept of a day; beyond them only those that are there already are counted.</summary>
    internal const int MostOfADay = 20_000;

    private readonly Lock counting = new();
    private Dictionary<(string Collection, string Text), EvidenceCounts> waiting = [];
    private DateOnly? swept;

    /// <summary>Counts a search. Whoever calls leaves out further pages and narrowed results: they are the same search.</summary>
    /// <param name="collection">What was searched, for example "catalogue".</param>
    /// <param name="text">What was typed; a text without a word is not counted.</param>
    /// <param name="total">How much was found.</param>
    public void Searched(string collection, string text, int total) => Count(collection, text, new EvidenceCounts(1, total == 0 ? 1 : 0, 0));

    /// <summary>Counts that a result of a search was opened.</summary>
    /// <param name="collection">What was searched.</param>
    /// <param name="text">What was typed.</param>
    public void Opened(string collection, string text) => Count(collection, text, new EvidenceCounts(0, 0, 1));

    /// <summary>Writes what has been counted since the last time. What cannot be written now waits for the next time.</summary>
    internal async Task FlushAsync(CancellationToken cancellation = default)
    {
        var counted = Take();
        if (counted.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var day = await TodayAsync(scope.ServiceProvider);
            await WriteAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), day, counted, cancellation);
        }
        catch
        {
            Return(counted);
            throw;
        }
    }

    /// <summary>Deletes what is older than <see cref="SearchSettings.EvidenceDays"/>, once a day.</summary>
    internal async Task SweepAsync(CancellationToken cancellation = default)
    {
        var now = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (swept == now)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var settings = await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<SearchSettings>(cancellation);
        var oldest = (await TodayAsync(scope.ServiceProvider)).AddDays(-Math.Clamp(settings.EvidenceDays, 1, 36_500));
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<SearchEvidenceRow>()
            .Where(row => row.Day <= oldest).ExecuteDeleteAsync(cancellation);
        swept = now;
    }

    private void Count(string collection, string typed, EvidenceCounts more)
    {
        if (EvidenceText.Of(typed) is not { } text)
        {
            return;
        }

        lock (counting)
        {
            Add((collection, text), more);
        }
    }

    private void Add((string, string) key, EvidenceCounts more)
    {
        if (waiting.TryGetValue(key, out var counts))
        {
            waiting[key] = counts + more;
        }
        else if (waiting.Count < MostWaiting)
        {
            waiting.Add(key, more);
        }
    }

    private Dictionary<(string Collection, string Text), EvidenceCounts> Take()
    {
        lock (counting)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }

    private void Return(Dictionary<(string Collection, string Text), EvidenceCounts> counted)
    {
        lock (counting)
        {
            foreach (var (key, counts) in counted)
            {
                Add(key, counts);
            }
        }
    }

    // Counts are of the day on which they are written, a few seconds after the search.
    private async Task<DateOnly> TodayAsync(IServiceProvider services) =>
        DateOnly.FromDateTime(await services.GetRequiredService<DateWords>().LocalAsync(time.GetUtcNow().UtcDateTime));

    private static async Task WriteAsync(
        PortalDb db, DateOnly day, Dictionary<(string Collection, string Text), EvidenceCounts> counted, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var collection in counted.GroupBy(pair => pair.Key.Collection).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var isFull = await db.Set<SearchEvidenceRow>().CountAsync(row => row.Collection == collection.Key && row.Day == day, cancellation) >= MostOfADay;

            // All nodes write in one order, so that none waits for another that waits for it.
            foreach (var ((_, text), counts) in collection.OrderBy(pair => pair.Key.Text, StringComparer.Ordinal))
            {
                await (isFull ? AddToAsync(db, collection.Key, day, text, counts, cancellation) : WriteAsync(db, collection.Key, day, text, counts, cancellation));
            }
        }

        await transaction.CommitAsync(cancellation);
    }

    // The same statement on both databases; the row's numbers are added to by the database, so that nodes do not overwrite each other's.
    private static Task<int> WriteAsync(PortalDb db, string collection, DateOnly day, string text, EvidenceCounts counts, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_evidence (collection, day, text, searches, without_result, clicks)
            VALUES ({collection}, {day}, {text}, {counts.Searches}, {counts.WithoutResult}, {counts.Clicks})
            ON CONFLICT (collection, day, text) DO UPDATE SET
                searches = search_evidence.searches + excluded.searches,
                without_result = search_evidence.without_result + excluded.without_result,
                clicks = search_evidence.clicks + excluded.clicks
            """,
            cancellation);

    private static Task<int> AddToAsync(PortalDb db, string collection, DateOnly day, string text, EvidenceCounts counts, CancellationToken cancellation) =>
        db.Set<SearchEvidenceRow>().Where(row => row.Collection == collection && row.Day == day && row.Text == text).ExecuteUpdateAsync(
            row => row.SetProperty(own => own.Searches, own => own.Searches + counts.Searches)
                .SetProperty(own => own.WithoutResult, own => own.WithoutResult + counts.WithoutResult)
                .SetProperty(own => own.Clicks, own => own.Clicks + counts.Clicks),
            cancellation);

    private readonly record struct EvidenceCounts(int Searches, int WithoutResult, int Clicks)
    {
        public static EvidenceCounts operator +(EvidenceCounts left, EvidenceCounts right) =>
            new(left.Searches + right.Searches, left.WithoutResult + right.WithoutResult, left.Clicks + right.Clicks);
    }
}
