using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LearningDev.Content.Sheets.Files;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Files.Pure;

/// <summary>Workbooks as other programs write them, and the portal's own as other programs read them.</summary>
public class XlsxSheetTests
{
    private static readonly SheetLimits Limits = new(Rows: 100, UnpackedBytes: 20_000_000);

    [Fact]
    public void Read_SharedTextsAndStyledDays_AreTextsAndDays()
    {
        var file = Read(Workbook.Make(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Count</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>46477</v></c><c r="C3"><v>0.1</v></c></row>
            <row r="4"><c r="B4" s="2"><v>46477.604166666664</v></c><c r="C4"><v>1E+3</v></c></row>
            <row r="5"><c r="B5" s="3"><v>0.5</v></c><c r="C5" t="b"><v>1</v></c></row>
            """,
            "<si><t>Title</t></si><si><t>When</t></si><si><r><t>Rich </t></r><r><t xml:space=\"preserve\">text</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>"));

        file.Headers.ShouldBe(["Title", "When", "Count"]);
        file.Rows.Select(row => row.Number).ShouldBe([3, 4, 5]);
        file.Rows[0].Cells.ShouldBe([new SheetCell("Rich text"), new SheetCell("2027-03-31", CellKind.Day), new SheetCell("0.1", CellKind.Number)]);
        file.Rows[1].Cells.ShouldBe([SheetCell.Empty, new SheetCell("2027-03-31 14:30:00", CellKind.Moment), new SheetCell("1000", CellKind.Number)]);
        file.Rows[2].Cells.ShouldBe([SheetCell.Empty, new SheetCell("12:00:00"), new SheetCell("Yes")]);
    }

    [Fact]
    public void Read_WorkbookThatCountsFrom1904_HasTheSameDay() => Read(Workbook.Make(
        """<row r="1"><c r="A1" t="str"><v>When</v></c></row><row r="2"><c r="A2" s="1"><v>45015</v></c></row>""", properties: "<workbookPr date1904=\"1\"/>"))
        .Rows[0].Cells[0].ShouldBe(new SheetCell("2027-03-31", CellKind.Day));

    [Fact]
    public void Read_Formulas_GiveTheirSavedValueOrAnError()
    {
        var file = Read(Workbook.Make(
            """
            <row><c t="str"><v>A</v></c><c t="str"><v>B</v></c><c t="str"><v>C</v></c></row>
            <row><c t="str"><f>UPPER("x")</f><v>X</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>NOW()</f></c></row>
            """));

        file.Rows[0].Cells.ShouldBe([new SheetCell("X"), new SheetCell("#DIV/0!", CellKind.Error), new SheetCell("a formula without a value", CellKind.Error)]);
    }

    [Fact]
    public void Read_HiddenSheets_AreNotOfferedAndAnotherCanBeChosen()
    {
        var row = """<row><c t="str"><v>{0}</v></c></row><row><c t="str"><v>x</v></c></row>""";
        var bytes = Workbook.Make(("Hidden", true, row.Replace("{0}", "H", StringComparison.Ordinal)), ("First", false, row.Replace("{0}", "F", StringComparison.Ordinal)), ("Second", false, row.Replace("{0}", "S", StringComparison.Ordinal)));

        Read(bytes).Sheets.ShouldBe(["First", "Second"]);
        Read(bytes).Headers.ShouldBe(["F"]);
        SheetReader.Read(bytes, "Second", Limits).Headers.ShouldBe(["S"]);
    }

    [Fact]
    public void Read_ArchiveThatUnpacksToTooMuch_IsRefused()
    {
        var bytes = Workbook.Make($"""<row><c t="str"><v>A</v></c></row><row><c t="str"><v>{new string('x', 30_000_000)}</v></c></row>""");

        bytes.Length.ShouldBeLessThan(200_000);
        Should.Throw<SheetFileException>(() => Read(bytes)).Message.ShouldContain("too large");
    }

    [Theory]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "boom">]>""")]
    [InlineData("<row>")]
    public void Read_DamagedSheet_IsRefused(string rows) => Should.Throw<SheetFileException>(() => Read(Workbook.Make(rows)));

    [Fact]
    public void Read_OtherArchive_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("readme.txt");
        }

        Should.Throw<SheetFileException>(() => Read(stream.ToArray())).Message.ShouldContain("not a spreadsheet");
    }

    [Fact]
    public void Read_FewRowsWanted_ReadsNoMore() =>
        SheetReader.Read(Workbook.Make(string.Concat(Enumerable.Repeat("""<row><c t="str"><v>A</v></c></row>""", 50))), null, Limits, first: 3).Rows.Count.ShouldBe(3);

    [Fact]
    public async Task Write_CellsOfEveryKind_AreValidAndReadTheSame()
    {
        SheetCell[] cells =
        [
            new("=1+1"), new("'=1"), new("two\nlines"), new("tab\tand \u000b and _x000B_"), new("0.1", CellKind.Number), new("-3", CellKind.Number),
            new("2027-03-31", CellKind.Day), new("2027-03-31 14:30:00", CellKind.Moment), new("  ends  "), new("\ud83d\ude00 Łukasz <&>\""),
        ];
        var bytes = await WriteAsync(cells);

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        Read(bytes).Rows.ShouldHaveSingleItem().Cells.ShouldBe(cells);
    }

    [Fact]
    public async Task Write_TextTooLongForACell_SaysSoInItsPlace() =>
        Read(await WriteAsync([new SheetCell(new string('x', 40_000))])).Rows[0].Cells[0].Text.ShouldBe(XlsxSheetWriter.TooLong);

    private static SheetFile Read(byte[] bytes) => SheetReader.Read(bytes, sheet: null, Limits);

    private static async Task<byte[]> WriteAsync(SheetCell[] cells)
    {
        using var stream = new MemoryStream();
        await using (var book = await XlsxSheetWriter.CreateAsync(stream, DateTimeOffset.UnixEpoch.AddYears(20), CancellationToken.None))
        {
            await book.BeginSheetAsync("A name: with [signs]", [.. cells.Select((_, index) => ($"Column {index}", 12))], [new ColumnChoices(0, "Other!$A$2:$A$3", 100, IsStrict: true)]);
            await book.WriteRowAsync(cells);
            await book.BeginSheetAsync("Other", [("List", 20)], isHidden: true);
            await book.WriteRowAsync([new SheetCell("one")]);
        }

        return stream.ToArray();
    }
}
