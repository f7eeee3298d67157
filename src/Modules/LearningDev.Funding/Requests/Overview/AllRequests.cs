using System.Globalization;
using LearningDev.Content.Items;
using LearningDev.Funding.Requests.Listing;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests.Overview;

/// <summary>Which requests are looked for; null or empty for all.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Classification">The value of their classification.</param>
/// <param name="Directorate">The id of the directorate.</param>
/// <param name="From">The first day on which they were sent, in the council's time.</param>
/// <param name="To">The last day on which they were sent.</param>
internal sealed record RequestFilter(RequestState? State, string Classification, string Directorate, DateOnly? From, DateOnly? To)
{
    public bool IsFiltered => State is not null || Classification.Length > 0 || Directorate.Length > 0 || From is not null || To is not null;

    /// <summary>The filter as a query, without a question mark.</summary>
    public string Query => string.Join('&', ((string, string?)[])
        [
            ("state", State?.ToString()), ("classification", Classification), ("directorate", Directorate), ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ]
        is var pairs ? pairs.Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}") : []);
}

/// <summary>Lists everybody's requests that were sent, for those who may see them. Drafts are nobody's business but their authors'.</summary>
internal sealed class AllRequests(PortalDb db, ContentItems items, ISettings settings, DateWords dates)
{
    /// <summary>A page, the last sent first. A page past the end is the last.</summary>
    public async Task<RequestPage> PageAsync(RequestFilter filter, int page, CancellationToken cancellation)
    {
        var rows = db.TrainingRequests.AsNoTracking().Where(row => row.State != RequestState.Draft);
        rows = filter.State is { } state ? rows.Where(row => row.State == state) : rows;
        rows = filter.Classification.Length > 0 ? rows.Where(row => row.Classification == filter.Classification) : rows;
        rows = filter.Directorate.Length > 0 ? rows.Where(row => row.DirectorateId == filter.Directorate) : rows;
        if (filter.From is { } from && await dates.UtcAsync(from.ToDateTime(TimeOnly.MinValue)) is { } begin)
        {
            rows = rows.Where(row => row.SentUtc >= begin);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue && await dates.UtcAsync(to.AddDays(1).ToDateTime(TimeOnly.MinValue)) is { } end)
        {
            rows = rows.Where(row => row.SentUtc < end);
        }

        return await rows.OrderByDescending(row => row.SentUtc).ThenBy(row => row.ItemId).PageAsync(page, (await settings.GetAsync<SiteSettings>(cancellation)).PageSize, cancellation);
    }

    /// <summary>The directorates by name, with their ids.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> DirectoratesAsync(CancellationToken cancellation) =>
        [.. (await db.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.Directorate).Select(unit => new { unit.Id, unit.Name }).ToListAsync(cancellation))
            .Select(unit => (unit.Id, unit.Name)).OrderBy(unit => unit.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>A request that was sent, with its item; null when there is none of that id.</summary>
    public async Task<(RequestRow Row, ContentItem Item)?> FindAsync(string id, CancellationToken cancellation) =>
        await db.TrainingRequests.AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == id && row.State != RequestState.Draft, cancellation) is { } row
        && await items.FindAsync(id, VersionChoice.Latest, cancellation) is { } item ? (row, item) : null;
}
