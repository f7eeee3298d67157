using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests.Listing;

/// <summary>A page of requests.</summary>
internal sealed record RequestPage(int Total, int Page, int Pages, IReadOnlyList<RequestRow> Rows);

/// <summary>Lists the current person's own requests: drafts, those that are going on, and those that are decided.</summary>
internal sealed class OwnRequests(PortalDb db, ISettings settings, CurrentPerson person)
{
    /// <summary>A page, the last changed first. A page past the end is the last.</summary>
    public async Task<RequestPage> PageAsync(int page, CancellationToken cancellation) =>
        await db.TrainingRequests.AsNoTracking().Where(row => row.PersonId == person.Id).OrderByDescending(row => row.ChangedUtc).ThenBy(row => row.ItemId)
            .PageAsync(page, (await settings.GetAsync<SiteSettings>(cancellation)).PageSize, cancellation);
}

internal static class RequestPages
{
    /// <summary>Reads one page of ordered rows. A page past the end is the last.</summary>
    public static async Task<RequestPage> PageAsync(this IQueryable<RequestRow> rows, int page, int size, CancellationToken cancellation)
    {
        var total = await rows.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new RequestPage(total, page, pages, await rows.Skip((page - 1) * size).Take(size).ToListAsync(cancellation));
    }
}
