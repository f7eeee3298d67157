using System.Net;
using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Items;
using LearningDev.Content.Media;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Tests.Platform.Audit.Chain;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Web.Setup;

/// <summary>A database of the schema before the audit's chain is brought to the newest, and the portal works on it.</summary>
[Requirement("ADM-05")]
public class UpgradeTests(UpgradeTests.OldPortal portal) : IClassFixture<UpgradeTests.OldPortal>
{
    [Fact]
    public async Task Start_OldDatabase_HasTheNewestSchema()
    {
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        using var client = portal.SignedOut();

        (await client.GetStringAsync("/health/ready")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Start_OldAudit_IsChainedInItsOrder()
    {
        var rows = await portal.RowsAsync();

        rows.Take(3).Select(row => (row.Id, row.Summary)).ShouldBe([(3, "Imported Ada"), (7, "Imported the unit Parks"), (8, "Published Old pages")]);
        rows.ShouldAllBe(row => row.Hash.Length == AuditHash.Size);
        rows[0].ReadChanges().ShouldBeEmpty();
        var result = await portal.VerifyAsync();
        result.Fault.ShouldBeNull();
        result.Rows.ShouldBe(rows.Count);
    }

    [Fact]
    public async Task SignIn_OldAccount_IsLetIn()
    {
        using var client = portal.SignedOut();
        var form = (await client.GetPageAsync("/sign-in")).Form("/sign-in");

        using var answer = await client.SubmitAsync(form, ("UserName", "ada"), ("Password", OldDatabase.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetPageAsync("/profile")).QuerySelector("main")!.TextContent.ShouldContain("Ada Lovelace");
        (await client.GetPageAsync("/admin/audit/3")).QuerySelector("h1")!.TextContent.ShouldBe("Imported Ada");
        (await client.GetPageAsync("/admin/running")).QuerySelector("h1")!.TextContent.ShouldBe("How the portal runs");
    }

    [Fact]
    public async Task Read_OldContent_IsThere()
    {
        await using var scope = portal.Scope();

        (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync("old-pages", VersionChoice.Published))!.DisplayText.ShouldBe("Old pages");
    }

    [Fact]
    public async Task Read_OldVersions_AreNumberedAndWhatWasRemovedIsInTheBin()
    {
        await using var scope = portal.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        (await db.Set<ContentItemRow>().OrderBy(row => row.Id).Select(row => new { row.ContentItemVersionId, row.Number }).ToListAsync())
            .Where(row => row.ContentItemVersionId.StartsWith("old-", StringComparison.Ordinal) || row.ContentItemVersionId.StartsWith("gone", StringComparison.Ordinal))
            .Select(row => (row.ContentItemVersionId, row.Number)).ShouldBe([("old-pages-0", 1), ("gone-1", 1), ("old-pages-1", 2), ("gone-2", 2)]);
        var binned = await db.Set<BinnedItem>().SingleAsync();
        (binned.ContentItemId, binned.DisplayText, binned.VersionId).ShouldBe(("gone", "Gone", "gone-2"));
        (DateTime.UtcNow - binned.RemovedUtc).ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    [Fact]
    [Requirement("CMS-03")]
    public async Task Read_OldFile_IsWholeInPiecesAndKnowsWhatShowsIt()
    {
        await using var scope = portal.Scope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();

        var file = (await library.FindAsync("old/papers/plan.pdf"))!;

        (file.Kind, file.Folder, file.AlternativeText).ShouldBe((MediaKind.Document, "old/papers", "The plan"));
        var bytes = (await library.ReadAsync(file.Path))!;
        bytes.Length.ShouldBe(OldDatabase.FileLength);
        bytes.Index().Count(one => one.Item != (one.Index % 2 == 0 ? 'a' : 'b')).ShouldBe(0);
        using var client = portal.SignedOut();
        using var signedIn = await client.SubmitAsync((await client.GetPageAsync("/sign-in")).Form("/sign-in"), ("UserName", "ada"), ("Password", OldDatabase.Password));
        (await client.GetPageAsync(MediaLinks.File(file.Id))).QuerySelector("a[href='/content/old-pages']")!.TextContent.ShouldBe("Old pages");
        (await client.GetPageAsync(MediaLinks.Folder("old"))).QuerySelector(".app-media-folders__link")!.TextContent.ShouldBe("papers");
    }

    public sealed class OldPortal : PortalHost
    {
        protected override async Task<DatabaseCopy> MakeDatabaseAsync()
        {
            var database = await EmptyDatabaseAsync();
            await OldDatabase.MakeAsync(TestDatabase.IsPostgres, database.ConnectionString);
            return database;
        }
    }
}
