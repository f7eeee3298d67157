namespace LearningDev.Content.Sheets.Files;

/// <summary>Reads a file as a sheet, whichever form it has. What it is is told by its first bytes, because names lie.</summary>
public static class SheetReader
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] Pdf = "%PDF"u8.ToArray();

    /// <summary>The form of a file.</summary>
    /// <exception cref="SheetFileException">It is none that can be read.</exception>
    internal static SheetForm FormOf(byte[] bytes) =>
        bytes.AsSpan().StartsWith(Zip) ? SheetForm.Xlsx
        : bytes.AsSpan().StartsWith(Compound) ? throw new SheetFileException("The file is an old Excel workbook (.xls), or protected by a password. Save it as .xlsx without a password, or as CSV")
        : bytes.AsSpan().StartsWith(Pdf) ? throw new SheetFileException("The file is a PDF. Save the spreadsheet as .xlsx or as CSV")
        : SheetForm.Csv;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="sheet">The name of the sheet to read; null for the first that is shown.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="first">How many rows are wanted.</param>
    /// <exception cref="SheetFileException">The file cannot be read.</exception>
    public static SheetFile Read(byte[] bytes, string? sheet, SheetLimits limits, int first = int.MaxValue)
    {
        var file = FormOf(bytes) == SheetForm.Xlsx ? XlsxSheetReader.Read(bytes, sheet, limits, first) : CsvSheetReader.Read(bytes, limits, first);
        return file.Headers.Count == 0 ? throw new SheetFileException("The first row must name the columns, and the file has none") : file;
    }

    /// <summary>The names of the columns; one without a name is called by its letters, as in a spreadsheet.</summary>
    internal static List<string> Headers(List<SheetCell> cells)
    {
        var last = cells.FindLastIndex(cell => !cell.IsEmpty);
        return [.. cells.Take(last + 1).Select((cell, index) => cell.IsEmpty ? $"Column {Letters(index)}" : cell.Text.Trim())];
    }

    /// <summary>A row with as many cells as the header has. More than that is wrong where it says something.</summary>
    internal static SheetRow Row(int number, List<SheetCell> cells, int columns, string fault)
    {
        if (fault.Length == 0 && cells.Skip(columns).Any(cell => !cell.IsEmpty))
        {
            fault = $"The row has more values than there are columns ({columns})";
        }

        if (cells.Count > columns)
        {
            cells.RemoveRange(columns, cells.Count - columns);
        }

        while (cells.Count < columns)
        {
            cells.Add(SheetCell.Empty);
        }

        return new SheetRow(number, cells, fault);
    }

    /// <summary>What a spreadsheet calls a column: A, B … Z, AA.</summary>
    /// <param name="index">The column's place, from 0.</param>
    internal static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : Letters((index / 26) - 1) + (char)('A' + (index % 26));
}
