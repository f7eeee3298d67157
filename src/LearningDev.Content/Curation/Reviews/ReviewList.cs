using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>Finds the reviews that are due, overdue or lack something, a page at a time (CAT-03).</summary>
internal sealed class ReviewList(
    PortalDb db, IEnumerable<IReviewKind> kinds, Features features, ContentDefinitions definitions, ItemVisibility visibility, Colleagues colleagues, ISettings settings, WorkingCalendar calendar)
{
    /// <summary>Reads a page of reviews, the most urgent first.</summary>
    public async Task<ReviewPage> ReadAsync(ReviewFilter filter, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var all = await KindsAsync(cancellation);
        var soon = today.AddDays((await settings.GetAsync<CurationSettings>(cancellation)).RemindDaysBefore);
        var rows = await MatchingAsync(filter, all.Keys, today, soon, cancellation);
        var count = await rows.CountAsync(cancellation);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Clamp(filter.Page, 1, pages);
        var found = await rows.OrderBy(row => row.ReviewBy == null).ThenBy(row => row.ReviewBy).ThenBy(row => row.Title).ThenBy(row => row.ContentItemId).ThenBy(row => row.Kind)
            .Skip((page - 1) * size).Take(size)
            .Select(row => new
            {
                Row = row,
                Path = db.Set<ContentItemRow>().Where(item => item.ContentItemId == row.ContentItemId && item.Published).Select(item => item.Json).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        List<string> owners = [.. found.Select(one => one.Row.OwnerId).OfType<string>().Distinct()];
        var names = await colleagues.NamesAsync(owners, cancellation);
        var here = (await colleagues.FindAllAsync(owners, cancellation)).Select(person => person.Id).ToHashSet();
        var set = await definitions.GetAsync(cancellation);
        return new ReviewPage(count, page, pages,
        [
            .. found.Select(one => new ListedReview(
                one.Row, all[one.Row.Kind].Words, set.FindType(one.Row.ContentType)?.DisplayName ?? one.Row.ContentType,
                one.Row.OwnerId is { } owner ? names.GetValueOrDefault(owner, "") : "", one.Row.OwnerId is null || here.Contains(one.Row.OwnerId),
                AddressIn(one.Path), one.Row.ReviewBy is { } day && day < today, one.Row.ReviewBy is { } near && near <= soon)),
        ]);
    }

    /// <summary>How many reviews of all people, or of one, are overdue, near, or lack something.</summary>
    /// <param name="ownerId">The person; null for all.</param>
    /// <param name="cancellation">Stops the count.</param>
    public async Task<ReviewCounts> CountAsync(string? ownerId, CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var all = await KindsAsync(cancellation);
        var soon = today.AddDays((await settings.GetAsync<CurationSettings>(cancellation)).RemindDaysBefore);
        return new ReviewCounts(
            await (await MatchingAsync(new ReviewFilter(ReviewShow.Overdue, ownerId, "", 1), all.Keys, today, soon, cancellation)).CountAsync(cancellation),
            await (await MatchingAsync(new ReviewFilter(ReviewShow.Soon, ownerId, "", 1), all.Keys, today, soon, cancellation)).CountAsync(cancellation),
            await (await MatchingAsync(new ReviewFilter(ReviewShow.Incomplete, ownerId, "", 1), all.Keys, today, soon, cancellation)).CountAsync(cancellation));
    }

    /// <summary>True when a person answers for something.</summary>
    public Task<bool> HasAnyAsync(string personId, CancellationToken cancellation) => db.Reviews.AnyAsync(row => row.OwnerId == personId, cancellation);

    /// <summary>The kinds of review whose modules are switched on, by name.</summary>
    public async Task<IReadOnlyDictionary<string, IReviewKind>> KindsAsync(CancellationToken cancellation)
    {
        Dictionary<string, IReviewKind> on = [];
        foreach (var kind in kinds)
        {
            if (await features.SwitchedOffOwnerAsync(kind.GetType(), cancellation) is null)
            {
                on.Add(kind.Name, kind);
            }
        }

        return on;
    }

    private async Task<IQueryable<ReviewRow>> MatchingAsync(ReviewFilter filter, IEnumerable<string> kindNames, DateOnly today, DateOnly soon, CancellationToken cancellation)
    {
        List<string> names = [.. kindNames];
        var rows = await visibility.SeenAsync(db.Reviews.AsNoTracking().Where(row => names.Contains(row.Kind)), row => row.ContentItemId, cancellation);
        rows = filter.Show switch
        {
            ReviewShow.Overdue => rows.Where(row => row.ReviewBy < today),
            ReviewShow.Soon => rows.Where(row => row.ReviewBy >= today && row.ReviewBy <= soon),
            ReviewShow.Incomplete => rows.Where(row => row.ReviewBy == null || !row.HasSource || row.OwnerId == null
                || !db.Users.Any(person => person.Id == row.OwnerId && (person.LeavesOn == null || person.LeavesOn >= today))),
            _ => rows,
        };
        if (filter.OwnerId is { } owner)
        {
            rows = rows.Where(row => row.OwnerId == owner);
        }

#pragma warning disable CA1304, CA1311, CA1862 // EF Core turns ToLower into SQL's lower.
        foreach (var word in filter.Words.ToLowerInvariant().Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            rows = rows.Where(row => row.Title.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862

        return rows;
    }

    private static string? AddressIn(string? json) =>
        json is not null && System.Text.Json.Nodes.JsonNode.Parse(json)?[nameof(AutoroutePart)]?[nameof(AutoroutePart.Path)]?.ToString() is { Length: > 0 } path ? $"/{path}" : null;
}

/// <summary>Which reviews are listed.</summary>
internal enum ReviewShow
{
    Overdue,
    Soon,
    All,

    /// <summary>Without an owner who is still here, without a day or without a source.</summary>
    Incomplete,
}

/// <summary>What the list is asked for.</summary>
/// <param name="Show">Which reviews.</param>
/// <param name="OwnerId">Whose; null for everybody's.</param>
/// <param name="Words">Words that the title must have.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record ReviewFilter(ReviewShow Show, string? OwnerId, string Words, int Page);

/// <summary>A page of the list.</summary>
internal sealed record ReviewPage(int Count, int Page, int Pages, IReadOnlyList<ListedReview> Reviews);

/// <summary>A review in the list.</summary>
/// <param name="Row">The review.</param>
/// <param name="What">What of the item is reviewed; empty for the item itself.</param>
/// <param name="Type">The name of its type.</param>
/// <param name="Owner">The owner's name; empty when there is none.</param>
/// <param name="IsOwnerHere">False when the owner has left.</param>
/// <param name="Url">The item's page; null when it has none.</param>
/// <param name="IsOverdue">True when its day is over.</param>
/// <param name="IsDue">True when its day is near or over.</param>
internal sealed record ListedReview(ReviewRow Row, string What, string Type, string Owner, bool IsOwnerHere, string? Url, bool IsOverdue, bool IsDue);

/// <summary>How many reviews need somebody.</summary>
/// <param name="Overdue">Reviews whose day is over.</param>
/// <param name="Soon">Reviews whose day is near.</param>
/// <param name="Incomplete">Items that lack an owner who is here, a day or a source.</param>
internal sealed record ReviewCounts(int Overdue, int Soon, int Incomplete);
