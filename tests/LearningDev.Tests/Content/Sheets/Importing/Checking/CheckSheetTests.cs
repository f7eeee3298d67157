using System.Net;
using LearningDev.Content.Items;
using LearningDev.Tests.Content.Recipes.Administering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Importing.Checking;

[Requirement("CMS-05")]
public class CheckSheetTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/import/none");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchImport_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/import/none");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_RowsOfEveryOutcome_SaysWhatBecomesOfEach()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.ImportAsync(client, await portal.CheckAsync(client, "Title,Address\nOutcome one,outcome-one\nOutcome two,outcome-two\n", ("Save", "publish")));

        var path = await portal.CheckAsync(
            client, "Title,Address\nOutcome one,outcome-one\nOutcome two,outcome-second\nOutcome three,\nOutcome four,Not / an & address\nOutcome five,\nOutcome five,\n,x\n", ("Save", "publish"), ("Key", "TitlePart.Title"));
        var page = await client.GetPageAsync(path);

        var rows = page.TableRows();
        rows[0].ShouldBe("2 | Unchanged | Outcome one |");
        rows[1].ShouldStartWith("3 | Change | Outcome two | Address:");
        rows[2].ShouldBe("4 | Add | Outcome three |");
        rows[3].ShouldStartWith("5 | Wrong | Outcome four | Address: Address must have only letters");
        rows[4].ShouldBe("6 | Wrong | Outcome five | Title: Row 7 has the same");
        rows[5].ShouldBe("7 | Wrong | Outcome five | Title: Row 6 has the same");
        rows[6].ShouldStartWith("8 | Wrong |  | Title: Title is empty");
        (await client.GetPageAsync($"{path}?show=wrong")).TableRows().Count.ShouldBe(4);
        (await client.GetPageAsync($"{path}?show=add")).TableRows().ShouldBe([rows[2]]);
        (await portal.ItemsAsync("Outcome three")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Import_AddsPublishesAndRecordsIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var path = await portal.CheckAsync(client, "Title\nPublished by a sheet\n", ("Save", "publish"));

        var page = await portal.ImportAsync(client, path);

        page.QuerySelector("h1")!.TextContent.ShouldBe("providers.csv was imported");
        page.TableRows().ShouldBe(["2 | Added | Published by a sheet |"]);
        var item = (await portal.ItemsAsync("Published by a sheet")).ShouldHaveSingleItem();
        (item.Published, item.Author).ShouldBe((true, "editor"));
        (await portal.AuditAsync("SheetImported"))[0].What.ShouldBe("Imported providers.csv: 1 added, 0 changed, 0 left out because of errors");
        (await portal.AuditAsync("ContentPublished"))[0].What.ShouldBe("Published Published by a sheet");
    }

    [Fact]
    public async Task Post_ImportedTwice_ChangesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        const string Text = "Title,State\nTwice A,Published\nTwice B,Draft\n";
        await portal.ImportAsync(client, await portal.CheckAsync(client, Text));

        var page = await client.GetPageAsync(await portal.CheckAsync(client, Text));

        page.TableRows().ShouldBe(["2 | Unchanged | Twice A |", "3 | Unchanged | Twice B |"]);
        page.QuerySelector("main")!.TextContent.ShouldContain("The import would change nothing: all is in the portal already");
        page.Forms.Where(form => form.Action.EndsWith(SheetPages.IdOf(page.Url.Replace("http://localhost", "", StringComparison.Ordinal)), StringComparison.Ordinal)).ShouldBeEmpty();
        (await portal.ItemsAsync("Twice A")).ShouldHaveSingleItem().Published.ShouldBeTrue();
        (await portal.ItemsAsync("Twice B")).ShouldHaveSingleItem().Published.ShouldBeFalse();
    }

    [Fact]
    public async Task Post_SomebodySavedTheItemMeanwhile_LeavesItAndSaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await portal.ImportAsync(client, await portal.CheckAsync(client, "Title,Address\nContested,contested\n", ("Save", "draft")));
        var path = await portal.CheckAsync(client, "Title,Address\nContested,contested-too\n", ("Save", "draft"));
        await using (var scope = await portal.ScopeOfAsync("administrator"))
        {
            var items = (ContentItems)scope.ServiceProvider.GetService(typeof(ContentItems))!;
            var db = (LearningDev.Platform.Data.PortalDb)scope.ServiceProvider.GetService(typeof(LearningDev.Platform.Data.PortalDb))!;
            await using var transaction = await db.Database.BeginTransactionAsync();
            var item = (await portal.ItemsAsync("Contested")).ShouldHaveSingleItem();
            item.Alter<AutoroutePart>(route => route.Path = "providers/contested-by-another");
            await items.SaveDraftAsync(item);
            await transaction.CommitAsync();
        }

        var page = await portal.ImportAsync(client, path);

        page.TableRows().ShouldHaveSingleItem().ShouldContain("saved by somebody after you checked the file");
        (await portal.ItemsAsync("Contested")).ShouldHaveSingleItem().As<AutoroutePart>().Path.ShouldBe("providers/contested-by-another");
    }

    [Fact]
    public async Task Post_Discard_ForgetsTheFile()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var path = await portal.CheckAsync(client, "Title\nNever\n");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(path)).HandlerForm("Discard"));

        answer.Headers.Location!.OriginalString.ShouldBe(SheetPages.Imports);
        using var gone = await client.GetAsync(path);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_CheckAgain_SeesWhatHasChanged()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var path = await portal.CheckAsync(client, "Title\nMade by hand meanwhile\n");
        await portal.ImportAsync(client, await portal.CheckAsync(client, "Title\nMade by hand meanwhile\n"));

        using var answer = await client.SubmitAsync((await client.GetPageAsync(path)).HandlerForm("Again"));
        await portal.WaitAsync(path);

        (await client.GetPageAsync(path)).TableRows().ShouldHaveSingleItem().ShouldContain("Unchanged");
    }

    [Fact]
    public async Task Get_AnyNumberOfRows_AsksTheDatabaseAsOften()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var few = await portal.CheckAsync(client, "Title\nFew\n");
        var many = await portal.CheckAsync(client, "Title\n" + string.Concat(Enumerable.Range(1, 60).Select(number => $"Many {number}\n")));
        await client.GetPageAsync(few);
        portal.Queries.Restart();
        await client.GetPageAsync(few);
        var asked = portal.Queries.Count;
        portal.Queries.Restart();

        var page = await client.GetPageAsync($"{many}?p=2");

        portal.Queries.Count.ShouldBeLessThanOrEqualTo(asked + 1);
        page.TableRows().Count.ShouldBe(20);
    }
}
