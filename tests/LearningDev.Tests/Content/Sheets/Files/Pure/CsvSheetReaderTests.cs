using System.Text;
using LearningDev.Content.Sheets.Files;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Files.Pure;

/// <summary>CSV as Excel, LibreOffice, Google Sheets and people's own programs write it.</summary>
public class CsvSheetReaderTests
{
    private static readonly SheetLimits Limits = new(Rows: 100, UnpackedBytes: 1_000_000);

    public static TheoryData<string, byte[]> Dialects => new()
    {
        { "UTF-8 without a mark", Encoding.UTF8.GetBytes("Title,Note\nCafé,\"a, b\"\n") },
        { "UTF-8 with a mark, Windows line ends", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Title,Note\r\nCafé,\"a, b\"\r\n")] },
        { "Windows-1252, semicolons", Western("Title;Note\r\nCafé;a, b\r\n") },
        { "tabs", Encoding.UTF8.GetBytes("Title\tNote\nCafé\ta, b") },
        { "UTF-16 as Excel's Unicode text", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Title\tNote\r\nCafé\ta, b\r\n")] },
        { "Excel's line of the separator", Encoding.UTF8.GetBytes("sep=;\r\nTitle;Note\r\nCafé;a, b\r\n") },
        { "every value in quotation marks", Encoding.UTF8.GetBytes("\"Title\",\"Note\"\n\"Café\",\"a, b\"\n") },
        { "empty lines and an empty column at the end", Encoding.UTF8.GetBytes("\nTitle,Note,\n\nCafé,\"a, b\",\n,,\n") },
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Read_Dialect_IsRead(string dialect, byte[] bytes)
    {
        var file = SheetReader.Read(bytes, sheet: null, Limits);

        file.Headers.ShouldBe(["Title", "Note"], dialect);
        file.Rows.ShouldHaveSingleItem().Cells.Select(cell => cell.Text).ShouldBe(["Café", "a, b"], dialect);
    }

    [Fact]
    public void Read_WindowsLetters_SaysSo() => SheetReader.Read(Western("Title\nCafé"), null, Limits).Note.ShouldContain("Windows-1252");

    [Fact]
    public void Read_LineBreakInQuotationMarks_StaysInTheCellAndTheRowKeepsItsNumber()
    {
        var file = Read("Title,Text\nOne,\"first\r\nsecond \"\"quoted\"\"\"\nTwo,\n");

        file.Rows.Select(row => (row.Number, row.Cells[1].Text)).ShouldBe([(2, "first\r\nsecond \"quoted\""), (3, "")]);
    }

    [Fact]
    public void Read_ShortAndLongRows_AreFilledOrFaulty()
    {
        var file = Read("A,B\n1\n1,2,\n1,2,3\n");

        file.Rows.Select(row => row.Cells.Count).ShouldBe([2, 2, 2]);
        file.Rows.Select(row => row.Fault.Length > 0).ShouldBe([false, false, true]);
    }

    [Fact]
    public void Read_QuotationMarkThatGoesOn_IsAFault() => Read("A,B\n\"x\"y,2\n").Rows[0].Fault.ShouldContain("quotation mark");

    [Fact]
    public void Read_GuardedFormula_IsTheTextAgain() => Read("A\n'=1+1\n'- list\n'tis\n").Rows.Select(row => row.Cells[0].Text).ShouldBe(["=1+1", "- list", "'tis"]);

    [Fact]
    public void Read_ColumnsWithoutNames_AreCalledByTheirLetters() => Read("Title,,Note\na,b,c\n").Headers.ShouldBe(["Title", "Column B", "Note"]);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(",,\n")]
    public void Read_NoHeader_IsRefused(string text) => Should.Throw<SheetFileException>(() => Read(text)).Message.ShouldContain("first row must name the columns");

    [Fact]
    public void Read_TooManyRows_IsRefused() =>
        Should.Throw<SheetFileException>(() => Read("A\n" + string.Concat(Enumerable.Repeat("x\n", 101)))).Message.ShouldContain("more than 100 rows");

    [Fact]
    public void Read_TooManyColumns_IsRefused() =>
        Should.Throw<SheetFileException>(() => Read(string.Join(',', Enumerable.Repeat("x", 501)))).Message.ShouldContain("500 columns");

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }, "old Excel")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "PDF")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00 }, "not a spreadsheet")]
    [InlineData(new byte[] { 0x41, 0x00, 0x00, 0x42, 0x0A }, "neither CSV")]
    public void Read_NoSheetAtAll_IsRefusedInWords(byte[] bytes, string words) => Should.Throw<SheetFileException>(() => SheetReader.Read(bytes, null, Limits)).Message.ShouldContain(words);

    [Fact]
    public async Task Write_AnyText_ReadsTheSame()
    {
        string[] texts = ["plain", "a,b", "say \"no\"", "two\nlines", "=1+1", "'=1", "-5", "Zoë; Łukasz", "  ends  "];
        using var stream = new MemoryStream();
        await using (var writer = new CsvSheetWriter(stream))
        {
            await writer.WriteRowAsync([new SheetCell("A")]);
            foreach (var text in texts)
            {
                await writer.WriteRowAsync([new SheetCell(text)]);
            }
        }

        stream.ToArray()[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        SheetReader.Read(stream.ToArray(), null, Limits).Rows.Select(row => row.Cells[0].Text).ShouldBe(texts);
    }

    private static SheetFile Read(string text) => SheetReader.Read(Encoding.UTF8.GetBytes(text), sheet: null, Limits);

    private static byte[] Western(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
}
