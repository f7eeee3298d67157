using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests.Listing;

/// <summary>A page of requests.</summary>
internal sealed record RequestPage(int Total, int Page, int Pages, IReadOnlyList<MemberRequestRow> Rows);

internal static class RequestPages
{
    /// <summary>Reads one page of ordered rows. A page past the end is the last.</summary>
    public static async Task<RequestPage> PageAsync(this IQueryable<MemberRequestRow> rows, string? page, int size, CancellationToken cancellation)
    {
        size = Math.Clamp(size, 5, 100);
        var total = await rows.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        var number = Math.Clamp(int.TryParse(page, System.Globalization.CultureInfo.InvariantCulture, out var wanted) ? wanted : 1, 1, pages);
        return new RequestPage(total, number, pages, await rows.Skip((number - 1) * size).Take(size).ToListAsync(cancellation));
    }
}
