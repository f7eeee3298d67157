using LearningDev.Content.Editing;
using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Listing.Index;

[Requirement("CMS-04")]
public class ListingIndexTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Item_ThroughItsLife_IsListedAsItStands()
    {
        var day = new DateOnly(2028, 2, 29);
        var owner = await portal.PersonAsync("editor");
        var id = await portal.CuratedAsync("Antechinus", owner, day);
        (await RowAsync(id))!.ShouldSatisfyAllConditions(
            row => row.State.ShouldBe(ItemState.Published), row => row.OwnerId.ShouldBe(owner), row => row.ReviewBy.ShouldBe(day), row => row.Words.ShouldBe("antechinus"));

        await DoAsync(async items =>
        {
            var item = (await items.FindAsync(id, VersionChoice.Latest))!;
            item.Content = ListedContent.Parts("Ántechinus", null, null);
            await items.SaveDraftAsync(item);
        });
        (await RowAsync(id))!.ShouldSatisfyAllConditions(
            row => row.State.ShouldBe(ItemState.NewerDraft), row => row.OwnerId.ShouldBeNull(), row => row.ReviewBy.ShouldBe(ListingRow.NoReview), row => row.Words.ShouldBe("ántechinus"));

        await DoAsync(items => items.UnpublishAsync(id));
        (await RowAsync(id))!.State.ShouldBe(ItemState.Draft);
        await DoAsync(items => items.ArchiveAsync(id, ""));
        (await RowAsync(id))!.State.ShouldBe(ItemState.Archived);
        await DoAsync(items => items.TakeOutOfArchiveAsync(id));
        (await RowAsync(id))!.State.ShouldBe(ItemState.Draft);
        await DoAsync(items => items.RemoveAsync(id));
        (await RowAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Item_OfATypeWithoutCuration_IsOwnedByWhoeverMadeIt()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var id = await client.AddProviderAsync("Planigale");

        (await RowAsync(id))!.OwnerId.ShouldBe(await portal.PersonAsync("editor"));
    }

    [Fact]
    public async Task Topics_Change_FollowTheLatestVersion()
    {
        await portal.FiledAsync("Phascogale", "topic-climate");
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var id = await db.Set<ListingRow>().Where(row => row.Words == "phascogale").Select(row => row.ContentItemId).SingleAsync();
        (await db.Set<ListingTopic>().Where(row => row.ContentItemId == id).Select(row => row.TermId).ToListAsync()).ShouldBe(["topic-climate"]);

        await DoAsync(async items =>
        {
            var item = (await items.FindAsync(id, VersionChoice.Latest))!;
            item.Content = ListedContent.Parts("Phascogale", null, null);
            await items.PublishAsync(item);
        });

        (await db.Set<ListingTopic>().AnyAsync(row => row.ContentItemId == id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Rebuild_AfterRowsWereLostOrChanged_MendsThemAndSaysHowMany()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var index = scope.ServiceProvider.GetRequiredService<ListingIndex>();
        await index.RebuildAsync(CancellationToken.None);
        (await index.RebuildAsync(CancellationToken.None)).ShouldBe(0);
        var before = await SnapshotAsync(db);

        await db.Set<ListingRow>().Where(row => row.ContentItemId == "managing-stress").ExecuteUpdateAsync(row => row.SetProperty(x => x.Words, "wrong"));
        db.Add(new ListingRow { ContentItemId = "never-there", ContentType = "Course" });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        (await index.RebuildAsync(CancellationToken.None)).ShouldBe(2);
        (await SnapshotAsync(db)).ShouldBe(before);

        await scope.ServiceProvider.GetServices<LearningDev.Platform.Backups.IDerivedTables>().OfType<ListingDerivedTables>().Single().EmptyAsync(db, CancellationToken.None);
        await index.BringUpToDateAsync(CancellationToken.None);
        (await SnapshotAsync(db)).ShouldBe(before);
        (await portal.RunJobAsync("Content list")).ShouldBe("");
    }

    private static async Task<List<string>> SnapshotAsync(PortalDb db) =>
    [
        .. (await db.Set<ListingRow>().AsNoTracking().OrderBy(row => row.ContentItemId).ToListAsync())
            .Select(row => $"{row.ContentItemId} {row.ContentType} {row.State} {row.Words} {row.OwnerId} {row.ReviewBy} {row.Author}"),
        .. (await db.Set<ListingTopic>().AsNoTracking().OrderBy(row => row.TermId).ThenBy(row => row.ContentItemId).ToListAsync())
            .Select(row => $"{row.TermId} {row.ContentItemId}"),
    ];

    private async Task<ListingRow?> RowAsync(string id)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ListingRow>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == id);
    }

    private async Task DoAsync(Func<ContentItems, Task> act)
    {
        await using var scope = portal.Scope();
        await act(scope.ServiceProvider.GetRequiredService<ContentItems>());
    }
}
