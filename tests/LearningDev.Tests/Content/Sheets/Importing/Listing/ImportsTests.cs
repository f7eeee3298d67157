using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Importing.Listing;

[Requirement("CMS-05")]
public class ImportsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(SheetPages.Imports);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Editor_OffersTheTypes()
    {
        var page = await portal.GetDocumentAsync(SheetPages.Imports, "editor");

        page.QuerySelectorAll("select[name=type] option").Select(option => option.TextContent).ShouldContain("Provider");
    }

    [Fact]
    public async Task Get_TypeChosen_LeadsToTheFile()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(SheetPages.Imports);

        using var answer = await client.SubmitAsync(page.Form("/content/import/new"), ("type", "Provider"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("Import: Provider");
    }

    [Fact]
    public async Task Get_ImportsOfOthers_AreListedWhenTheyAreDoneAndCannotBeOpened()
    {
        using var editor = await portal.SignedInAsAsync("editor");
        using var administrator = await portal.SignedInAsAsync("administrator");
        var done = await portal.CheckAsync(editor, "Title\nListed for all\n");
        await portal.ImportAsync(editor, done);
        var waiting = await portal.CheckAsync(editor, "Title\nNot for others\n");

        (await editor.GetPageAsync(SheetPages.Imports)).TableRows().Count.ShouldBe(2);
        var page = await administrator.GetPageAsync(SheetPages.Imports);
        page.TableRows().ShouldHaveSingleItem().ShouldContain("providers.csv | Provider | ");
        page.TableRows()[0].ShouldEndWith("Imported | 1 | 0 | 0");
        page.QuerySelector("main tbody a").ShouldBeNull();
        foreach (var path in new[] { done, waiting, $"{waiting}/columns", $"{done}/wrong-rows" })
        {
            using var answer = await administrator.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }
}
