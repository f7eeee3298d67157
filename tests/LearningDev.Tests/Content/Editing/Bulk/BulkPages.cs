using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.Tests.Content.Editing.Bulk;

/// <summary>Changes many items together through the pages, as an editor does.</summary>
internal static class BulkPages
{
    public const string Choose = "/content/bulk";

    public static string Ticking(params IEnumerable<string> ids) => $"{Choose}?{string.Join('&', ids.Select(id => $"item={id}"))}";

    /// <summary>Chooses what is done with items, and waits until the portal knows what would happen.</summary>
    /// <returns>The address of the page that says so.</returns>
    public static async Task<string> ChooseAsync(this HttpClient client, IEnumerable<string> ids, string action, params (string Name, string? Value)[] values)
    {
        var page = await client.GetPageAsync(Ticking(ids));
        using var answer = await client.SubmitAsync(page.Form(Choose), [("Action", action), .. values]);
        ((int)answer.StatusCode).ShouldBe(302, string.Join(", ", (await answer.ReadPageAsync()).Errors()));
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Presses the button of the confirm page.</summary>
    public static async Task ConfirmAsync(this HttpClient client, string address)
    {
        using var answer = await client.SubmitAsync((await client.GetPageAsync(address)).Form(address));
        answer.Headers.Location!.OriginalString.ShouldBe(address);
    }

    /// <summary>The titles of a group of the page, with what the page says of each.</summary>
    public static async Task<List<(string Title, string Words)>> GroupAsync(this HttpClient client, string address, BulkOutcome outcome) =>
    [
        .. (await client.GetPageAsync(address)).QuerySelectorAll($"[aria-labelledby=group-{outcome}] tbody tr")
            .Select(row => (row.QuerySelector("th")!.TextContent.Trim(), row.QuerySelector("td")!.TextContent.Trim())),
    ];

    /// <summary>The change that a page is about.</summary>
    public static async Task<BulkChange> BulkAsync(this PortalHost portal, string address)
    {
        await using var scope = portal.Scope();
        var id = address.Split('/')[^1];
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<BulkChange>().SingleAsync(row => row.Id == id);
    }
}
