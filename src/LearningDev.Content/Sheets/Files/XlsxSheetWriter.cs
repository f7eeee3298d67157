using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace LearningDev.Content.Sheets.Files;

/// <summary>
/// Writes an Office Open XML workbook row by row, so that a long export needs no more memory than a short one. (The library that reads workbooks keeps
/// what it writes in memory.) The first row of each sheet is a header that stays in view.
/// </summary>
internal sealed partial class XlsxSheetWriter : IAsyncDisposable
{
    /// <summary>The longest text that a cell can hold, in characters.</summary>
    public const int MostCharacters = 32_767;

    /// <summary>Stands in place of a text that is too long for a cell. Who imports it is told, so that it replaces nothing.</summary>
    public const string TooLong = "[This text is too long for a spreadsheet cell. Export as CSV to have it]";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const int HeaderStyle = 1;
    private const int DayStyle = 2;
    private const int MomentStyle = 3;
    private const int WrapStyle = 4;
    private static readonly DateTime FirstDay = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly ZipArchive zip;
    private readonly DateTimeOffset now;
    private readonly List<(string Name, bool IsHidden)> sheets = [];
    private XmlWriter? writer;
    private Stream? entry;
    private IReadOnlyList<ColumnChoices> choices = [];
    private int row;

    private XlsxSheetWriter(ZipArchive zip, DateTimeOffset now)
    {
        this.zip = zip;
        this.now = now;
    }

    /// <summary>Begins a workbook.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="now">The time that its parts bear.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public static async Task<XlsxSheetWriter> CreateAsync(Stream stream, DateTimeOffset now, CancellationToken cancellation) =>
        new(await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation), now);

    /// <summary>Begins a sheet with its header.</summary>
    /// <param name="name">The sheet's name.</param>
    /// <param name="headers">The names of the columns with their widths in characters.</param>
    /// <param name="lists">The choices that a spreadsheet program offers below the header.</param>
    /// <param name="isHidden">True for a sheet that people need not see.</param>
    public async Task BeginSheetAsync(string name, IReadOnlyList<(string Name, int Width)> headers, IReadOnlyList<ColumnChoices>? lists = null, bool isHidden = false)
    {
        await EndSheetAsync();
        sheets.Add((SheetName(name), isHidden));
        choices = lists ?? [];
        row = 0;
        writer = await OpenAsync($"xl/worksheets/sheet{sheets.Count}.xml");
        await writer.WriteStartDocumentAsync(standalone: true);
        await writer.WriteStartElementAsync(null, "worksheet", Main);
        await writer.WriteRawAsync("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (headers.Count > 0)
        {
            await writer.WriteStartElementAsync(null, "cols", Main);
            foreach (var (index, header) in headers.Index())
            {
                await writer.WriteStartElementAsync(null, "col", Main);
                await AttributesAsync(("min", $"{index + 1}"), ("max", $"{index + 1}"), ("width", $"{header.Width}"), ("customWidth", "1"));
                await writer.WriteEndElementAsync();
            }

            await writer.WriteEndElementAsync();
        }

        await writer.WriteStartElementAsync(null, "sheetData", Main);
        await WriteRowAsync([.. headers.Select(header => new SheetCell(header.Name))], HeaderStyle);
    }

    /// <summary>Writes a row.</summary>
    public Task WriteRowAsync(IReadOnlyList<SheetCell> cells) => WriteRowAsync(cells, style: 0);

    /// <summary>Ends the workbook.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndSheetAsync();
        await WriteAsync("xl/styles.xml", Styles);
        await WriteAsync("xl/workbook.xml", Book());
        await WriteAsync("xl/_rels/workbook.xml.rels", BookRelationships());
        await WriteAsync("_rels/.rels", $"""<Relationships xmlns="{PackageRelationships}"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        await WriteAsync("[Content_Types].xml", ContentTypes());
        await zip.DisposeAsync();
    }

    /// <summary>What XML cannot hold, and what would be taken for such, is escaped as _x000B_.</summary>
    internal static string Encode(string text) => NotForXml().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), match => string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_"));

    private async Task WriteRowAsync(IReadOnlyList<SheetCell> cells, int style)
    {
        row++;
        await writer!.WriteStartElementAsync(null, "row", Main);
        await AttributesAsync(("r", row.ToString(CultureInfo.InvariantCulture)));
        foreach (var (index, cell) in cells.Index())
        {
            if (!string.IsNullOrEmpty(cell.Text))
            {
                await WriteCellAsync(SheetReader.Letters(index) + row.ToString(CultureInfo.InvariantCulture), cell, style);
            }
        }

        await writer.WriteEndElementAsync();
    }

    private async Task WriteCellAsync(string place, SheetCell cell, int style)
    {
        await writer!.WriteStartElementAsync(null, "c", Main);
        if (cell.Kind is CellKind.Day or CellKind.Moment && DateTime.TryParse(cell.Text, CultureInfo.InvariantCulture, out var moment) && moment.Year >= 1901)
        {
            await AttributesAsync(("r", place), ("s", (cell.Kind == CellKind.Day ? DayStyle : MomentStyle).ToString(CultureInfo.InvariantCulture)));
            await writer.WriteElementStringAsync(null, "v", Main, (moment - FirstDay).TotalDays.ToString("R", CultureInfo.InvariantCulture));
        }
        else if (cell.Kind == CellKind.Number && decimal.TryParse(cell.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            await AttributesAsync(("r", place));
            await writer.WriteElementStringAsync(null, "v", Main, number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            var text = cell.Text.Length > MostCharacters ? TooLong : FormulaGuard.GuardText(cell.Text);
            await AttributesAsync(("r", place), ("t", "inlineStr"), ("s", (style == 0 && text.Contains('\n', StringComparison.Ordinal) ? WrapStyle : style).ToString(CultureInfo.InvariantCulture)));
            await writer.WriteStartElementAsync(null, "is", Main);
            await writer.WriteStartElementAsync(null, "t", Main);
            await writer.WriteAttributeStringAsync("xml", "space", null, "preserve");
            await writer.WriteStringAsync(Encode(text));
            await writer.WriteEndElementAsync();
            await writer.WriteEndElementAsync();
        }

        await writer.WriteEndElementAsync();
    }

    private async Task EndSheetAsync()
    {
        if (writer is null)
        {
            return;
        }

        await writer.WriteEndElementAsync();
        if (choices.Count > 0)
        {
            await writer.WriteStartElementAsync(null, "dataValidations", Main);
            await AttributesAsync(("count", choices.Count.ToString(CultureInfo.InvariantCulture)));
            foreach (var list in choices)
            {
                var column = SheetReader.Letters(list.Column);
                await writer.WriteStartElementAsync(null, "dataValidation", Main);

                // Where several may be written with semicolons between them, the list only proposes.
                await AttributesAsync(
                    ("type", "list"), ("allowBlank", "1"), ("showInputMessage", "1"), ("showErrorMessage", list.IsStrict ? "1" : "0"), ("errorTitle", "Not a choice"),
                    ("error", "Choose one from the list."), ("sqref", $"{column}2:{column}{list.Rows + 1}"));
                await writer.WriteElementStringAsync(null, "formula1", Main, list.Source);
                await writer.WriteEndElementAsync();
            }

            await writer.WriteEndElementAsync();
        }

        await writer.WriteEndElementAsync();
        await writer.FlushAsync();
        await writer.DisposeAsync();
        await entry!.DisposeAsync();
        writer = null;
    }

    private async Task AttributesAsync(params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
        {
            await writer!.WriteAttributeStringAsync(null, name, null, value);
        }
    }

    private async Task<XmlWriter> OpenAsync(string name)
    {
        var part = zip.CreateEntry(name);
        part.LastWriteTime = now;
        entry = await part.OpenAsync();
        return XmlWriter.Create(entry, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = true });
    }

    private async Task WriteAsync(string name, string xml)
    {
        var part = zip.CreateEntry(name);
        part.LastWriteTime = now;
        await using var stream = await part.OpenAsync();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));
    }

    private string Book() => $"""<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets>{string.Concat(sheets.Select((sheet, index) =>
        $"""<sheet name="{System.Security.SecurityElement.Escape(sheet.Name)}" sheetId="{index + 1}"{(sheet.IsHidden ? " state=\"hidden\"" : "")} r:id="rId{index + 1}"/>"""))}</sheets></workbook>""";

    private string BookRelationships() => $"""<Relationships xmlns="{PackageRelationships}">{string.Concat(sheets.Select((_, index) =>
        $"""<Relationship Id="rId{index + 1}" Type="{Relationships}/worksheet" Target="worksheets/sheet{index + 1}.xml"/>"""))}<Relationship Id="rId{sheets.Count + 1}" Type="{Relationships}/styles" Target="styles.xml"/></Relationships>""";

    private string ContentTypes() => $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(sheets.Select((_, index) =>
        $"""<Override PartName="/xl/worksheets/sheet{index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}</Types>""";

    // Plain, header, day, moment, text of several lines.
    private const string Styles = $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""";

    // A sheet's name has 31 characters at most, and none of a few.
    private static string SheetName(string name)
    {
        var fit = NotForNames().Replace(name, " ").Trim('\'', ' ');
        return fit.Length == 0 ? "Sheet" : fit.Length <= 31 ? fit : fit[..31];
    }

    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])")]
    private static partial Regex NotForXml();

    [GeneratedRegex(@"[\[\]:*?/\\\u0000-\u001f]")]
    private static partial Regex NotForNames();
}

/// <summary>Choices that a spreadsheet program offers in a column.</summary>
/// <param name="Column">The column's place, from 0.</param>
/// <param name="Source">Where the choices stand, for example "Choices!$A$2:$A$9".</param>
/// <param name="Rows">For how many rows.</param>
/// <param name="IsStrict">True when nothing else may be written.</param>
internal sealed record ColumnChoices(int Column, string Source, int Rows, bool IsStrict);
