using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.Tests.Content.Sheets.Files;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Importing.Matching;

[Requirement("CMS-05")]
public class MatchColumnsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/import/none/columns");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchImport_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/import/none/columns");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_HeadersByLabelAndTechnicalName_AreProposed()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var page = await client.GetPageAsync(await client.UploadAsync("TITLE,TitlePart.Title,web address,Colour,What is wrong\nA,B,c,red,x\n"));

        Chosen(page).ShouldBe(["TitlePart.Title", "", "AutoroutePart.Path", "", ""]);
        ((IHtmlSelectElement)page.QuerySelector("select[name=Key]")!).Value.ShouldBe("TitlePart.Title");
        page.QuerySelector("main")!.TextContent.ShouldContain("For example: red");
    }

    [Fact]
    public async Task Get_MatchedBefore_IsProposedAgain()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        await portal.CheckAsync(client, "Firm,Place\nOnce Ltd,once-ltd\n", ("Columns[0]", "TitlePart.Title"), ("Columns[1]", "AutoroutePart.Path"), ("Key", "AutoroutePart.Path"));

        var page = await client.GetPageAsync(await client.UploadAsync("Place,Other,Firm\na,b,c\n"));

        Chosen(page).ShouldBe(["AutoroutePart.Path", "", "TitlePart.Title"]);
        ((IHtmlSelectElement)page.QuerySelector("select[name=Key]")!).Value.ShouldBe("AutoroutePart.Path");
    }

    [Fact]
    public async Task Get_SpreadsheetOfSeveralSheets_LetsChoose()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var bytes = Workbook.Make(("Notes", false, """<row><c t="str"><v>Anything</v></c></row>"""), ("Providers", false, """<row><c t="str"><v>Title</v></c></row>"""));
        var page = await client.GetPageAsync(await client.UploadAsync(bytes));

        using var answer = await client.SubmitAsync(page.Forms.Single(form => form.Method == "get" && form.Action.EndsWith("/columns", StringComparison.Ordinal)), ("sheet", "Providers"));

        Chosen(await answer.ReadPageAsync()).ShouldBe(["TitlePart.Title"]);
    }

    [Fact]
    public async Task Post_TwoColumnsForOneField_ShowsError() =>
        (await RefusedAsync("Title,Name\nA,B\n", ("Columns[1]", "TitlePart.Title"))).ShouldContain("“Title” is Title already. Leave one of them out");

    [Fact]
    public async Task Post_KeyThatIsNotMatched_ShowsError() =>
        (await RefusedAsync("Title\nA\n", ("Key", "AutoroutePart.Path"))).ShouldContain("No column of the file is matched with Address");

    [Fact]
    public async Task Post_NewItemsWithoutATitle_ShowsError() =>
        (await RefusedAsync("Id,Address\na,b\n")).ShouldContain("Match a column with Title");

    [Fact]
    public async Task Post_NothingToBeDone_ShowsErrorAndKeepsWhatWasChosen() =>
        (await RefusedAsync("Title,Colour\nA,red\n", ("Columns[1]", "AutoroutePart.Path"), ("Existing", "leave"), ("Missing", "leave"))).ShouldContain("All are left alone");

    [Fact]
    public async Task Post_Matching_ChecksTheRows()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var path = await portal.CheckAsync(client, "Title\nMatched and checked\n");

        (await client.GetPageAsync(path)).TableRows().ShouldBe(["2 | Add | Matched and checked |"]);
    }

    private async Task<string> RefusedAsync(string text, params (string Name, string? Value)[] values)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(await client.UploadAsync(text));
        using var answer = await client.SubmitAsync(page.MatchForm(), values);
        var again = await answer.ReadPageAsync();
        foreach (var (name, value) in values)
        {
            (again.QuerySelector($"select[name='{name}'] option[selected]") ?? again.QuerySelector($"input[name='{name}'][checked]"))!.GetAttribute("value").ShouldBe(value);
        }

        return again.QuerySelector(".govuk-error-summary")!.TextContent;
    }

    private static List<string> Chosen(IHtmlDocument page) => [.. page.QuerySelectorAll("select[name^=Columns]").OfType<IHtmlSelectElement>().Select(select => select.Value ?? "")];
}
