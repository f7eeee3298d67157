using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LearningDev.Content.Sheets.Files;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Templates;

[Requirement("CMS-05")]
public class SheetTemplateTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/import/template/Course");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchType_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/import/template/None");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Spreadsheet_IsValidWithChoicesAndHints()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var bytes = await client.GetByteArrayAsync("/content/import/template/Course?form=xlsx");

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var book = document.WorkbookPart!;
        book.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["Course", "How to fill it in", "Choices"]);
        var sheet = (WorksheetPart)book.GetPartById(book.Workbook.Sheets.Elements<Sheet>().First().Id!.Value!);
        sheet.Worksheet!.Descendants<DataValidation>().Count().ShouldBeGreaterThan(5);
        SheetReader.Read(bytes, null, new SheetLimits(100, 100_000_000)).Headers.ShouldContain("Topics");
        var hints = SheetReader.Read(bytes, "How to fill it in", new SheetLimits(1000, 100_000_000));
        hints.Rows.Single(row => row.Cells[0].Text == "Title").Cells[1].Text.ShouldBe("Yes");
        hints.Rows.Single(row => row.Cells[0].Text == "Topics").Cells[4].Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_Csv_HasTheHeaderAlone()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var text = await client.GetStringAsync("/content/import/template/Provider?form=csv");

        text.TrimEnd().Split("\r\n").ShouldHaveSingleItem().ShouldContain("Title");
    }
}
