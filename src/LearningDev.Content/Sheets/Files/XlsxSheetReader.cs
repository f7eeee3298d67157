using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace LearningDev.Content.Sheets.Files;

/// <summary>
/// Reads a sheet of an Office Open XML workbook cell by cell, without ever holding its document. Of formulas the value is read that was saved with them;
/// macros, pictures and links to elsewhere are passed over.
/// </summary>
internal static class XlsxSheetReader
{
    private const int MostParts = 5000;

    /// <summary>Reads a sheet.</summary>
    /// <exception cref="SheetFileException">The file is no workbook, or too large.</exception>
    public static SheetFile Read(byte[] bytes, string? sheet, SheetLimits limits, int first)
    {
        try
        {
            CheckSize(bytes, limits.UnpackedBytes);
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            var book = document.WorkbookPart ?? throw NoWorkbook(null);
            var sheets = book.Workbook?.Sheets?.Elements<Sheet>().Where(one => IsShown(book, one)).ToList() ?? [];
            var chosen = sheets.Find(one => one.Name?.Value == sheet) ?? sheets.FirstOrDefault() ?? throw new SheetFileException("The workbook has no sheet with rows");
            var cells = new XlsxCells(book);
            var (headers, rows) = ReadRows((WorksheetPart)book.GetPartById(chosen.Id!.Value!), cells, limits, first);
            return new SheetFile([.. sheets.Select(one => one.Name?.Value ?? "")], chosen.Name?.Value ?? "", headers, rows);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or IOException
            or UriFormatException or ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            throw NoWorkbook(fault);
        }
    }

    private static SheetFileException NoWorkbook(Exception? fault) =>
        new("The file is not a spreadsheet that can be read, or it is damaged. Save it again as .xlsx, or as CSV", fault);

    private static bool IsShown(WorkbookPart book, Sheet sheet) =>
        (sheet.State is null || sheet.State.Value == SheetStateValues.Visible) && sheet.Id?.Value is { } id && book.TryGetPartById(id, out var part) && part is WorksheetPart;

    /// <summary>An archive may unpack to much more than it says, so it is unpacked once, and what comes out is counted.</summary>
    private static void CheckSize(byte[] bytes, long most)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (zip.Entries.Count > MostParts)
        {
            throw new SheetFileException("The file has too many parts to be a spreadsheet");
        }

        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                most -= read;
                if (most < 0)
                {
                    throw new SheetFileException("Unpacked, the spreadsheet is too large. Save it without pictures, or divide it into several");
                }
            }
        }
    }

    private static (List<string> Headers, List<SheetRow> Rows) ReadRows(WorksheetPart part, XlsxCells cells, SheetLimits limits, int first)
    {
        List<string> headers = [];
        List<SheetRow> rows = [];
        List<SheetCell> row = [];
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (rows.Count < first && reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                number = int.TryParse(Attribute(reader, "r"), CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
                row = [];
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                AddCell(reader, cells, row);
            }
            else if (reader.ElementType == typeof(Row) && reader.IsEndElement && row.Exists(cell => !cell.IsEmpty))
            {
                if (headers.Count == 0)
                {
                    headers = SheetReader.Headers(row);
                }
                else if (rows.Count == limits.Rows)
                {
                    throw limits.TooManyRows();
                }
                else
                {
                    rows.Add(SheetReader.Row(number, row, headers.Count, ""));
                }
            }
        }

        return (headers, rows);
    }

    private static void AddCell(OpenXmlReader reader, XlsxCells cells, List<SheetCell> row)
    {
        var place = Attribute(reader, "r") is { Length: > 0 } reference ? ColumnOf(reference) : row.Count;
        var (type, style) = (Attribute(reader, "t"), Attribute(reader, "s"));
        var text = new StringBuilder();
        var (isFormula, hasValue, isPhonetic) = (false, false, false);
        while (reader.Read() && !(reader.ElementType == typeof(Cell) && reader.IsEndElement))
        {
            isFormula |= reader.ElementType == typeof(CellFormula);
            isPhonetic = reader.ElementType == typeof(PhoneticRun) ? reader.IsStartElement : isPhonetic;
            if (reader.IsStartElement && !isPhonetic && (reader.ElementType == typeof(CellValue) || reader.ElementType == typeof(CellText)))
            {
                hasValue = true;
                text.Append(reader.GetText());
            }
        }

        if (place >= SheetLimits.Columns)
        {
            // Far to the right, where people do not write but programs do: only what says something counts.
            if (text.Length > 0)
            {
                throw SheetLimits.TooManyColumns();
            }

            return;
        }

        while (row.Count < place)
        {
            row.Add(SheetCell.Empty);
        }

        row.Insert(place, isFormula && !hasValue
            ? new SheetCell("a formula without a value", CellKind.Error)
            : cells.Read(text.ToString(), type, int.TryParse(style, CultureInfo.InvariantCulture, out var index) ? index : 0));
    }

    private static string Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name && string.IsNullOrEmpty(attribute.NamespaceUri))
            {
                return attribute.Value ?? "";
            }
        }

        return "";
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter(letter))
            {
                break;
            }

            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return Math.Clamp(column - 1, 0, 20_000);
    }
}
