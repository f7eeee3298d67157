using AngleSharp.Html.Dom;
using LearningDev.Content.Curation.Reviews;
using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Content.Search.Evidence;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Listing.NeedsYou;

[Requirement("CMS-04")]
public class NeedsYouTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Desk_NothingWaits_SaysSo()
    {
        await portal.LetCoachesWriteAsync();
        await ForgetReviewsAsync();

        var page = await portal.GetDocumentAsync("/content", "coach");

        Section(page).ShouldContain("Nothing needs you.");
    }

    [Fact]
    public async Task Desk_OwnDraftsAndOverdueReviews_AreCountedAndLeadToThem()
    {
        await ForgetReviewsAsync();
        using var client = await portal.SignedInAsAsync("editor");
        using var other = await portal.SignedInAsAsync("administrator");
        await client.AddProviderAsync("Mulgara of mine");
        await other.AddProviderAsync("Mulgara of another");
        var changed = await client.AddProviderAsync("Mulgara", EditorPages.Publish);
        await client.ChangeAsync(changed, "Mulgara changed", EditorPages.SaveDraft);
        var late = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-3);
        await portal.CuratedAsync("Ningaui, late", await portal.PersonAsync("editor"), late);
        await portal.CuratedAsync("Ningaui of another, late", await portal.PersonAsync("administrator"), late);

        var page = await client.GetPageAsync("/content");

        Section(page).ShouldContain("2 drafts");
        Section(page).ShouldContain("1 overdue review");
        (await TitlesAsync(client, Link(page, "2 drafts"))).ShouldBe(["Mulgara changed", "Mulgara of mine"]);
        (await TitlesAsync(client, Link(page, "1 overdue review"))).ShouldBe(["Ningaui, late"]);
    }

    [Fact]
    public async Task Desk_FailedSearches_AreCountedForThoseWhoMaySeeThem()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.LetCoachesWriteAsync();
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Add(new SearchEvidenceRow { Collection = "catalogue", Day = DateOnly.FromDateTime(DateTime.UtcNow), Text = "xylophone maintenance", Searches = 2, WithoutResult = 2 });
            await db.SaveChangesAsync();
        }

        var page = await client.GetPageAsync("/content");

        Section(page).ShouldContain("that found nothing");
        (await client.GetPageAsync(Link(page, "that found nothing"))).Body!.TextContent.ShouldContain("xylophone maintenance");
        Section(await portal.GetDocumentAsync("/content", "coach")).ShouldNotContain("found nothing");
    }

    /// <summary>Makes the portal one in which no review is due of what is there already.</summary>
    private async Task ForgetReviewsAsync()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Set<ReviewRow>().ExecuteDeleteAsync();
        await db.Set<ListingRow>().ExecuteUpdateAsync(row => row.SetProperty(listed => listed.ReviewBy, ListingRow.NoReview));
    }

    private static string Section(IHtmlDocument page) => page.QuerySelector("[aria-labelledby=needs-you]")!.TextContent;

    private static string Link(IHtmlDocument page, string words) =>
        page.QuerySelectorAll("[aria-labelledby=needs-you] a").Single(link => link.TextContent.Contains(words, StringComparison.Ordinal)).GetAttribute("href")!;

    private static async Task<List<string>> TitlesAsync(HttpClient client, string url) =>
        [.. (await client.GetPageAsync(url)).QuerySelectorAll("tbody th a").Select(cell => cell.TextContent.Trim())];
}
