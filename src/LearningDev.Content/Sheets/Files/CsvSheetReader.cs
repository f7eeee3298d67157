using CsvHelper;

namespace LearningDev.Content.Sheets.Files;

/// <summary>Reads CSV as spreadsheet programs and people write it (RFC 4180): comma, semicolon or tab, line breaks in quotation marks.</summary>
internal static class CsvSheetReader
{
    private const string SeparatorLine = "sep=";

    /// <summary>Reads a file.</summary>
    /// <exception cref="SheetFileException">It has no header, or too much.</exception>
    public static SheetFile Read(byte[] bytes, SheetLimits limits, int first)
    {
        var text = DelimitedText.Decode(new MemoryStream(bytes, writable: false), out var isWestern);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new SheetFileException("The file is neither CSV nor a spreadsheet");
        }

        var separator = DelimitedText.SeparatorOf(text);
        var skipped = 0;

        // Excel's own first line, which says what stands between the values.
        if (text.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n', StringComparison.Ordinal) is > 4 and var end)
        {
            separator = text[SeparatorLine.Length];
            text = text[(end + 1)..];
            skipped = 1;
        }

        var note = isWestern ? "The file is not in UTF-8 and was read as Windows-1252. Check that letters with accents are right" : "";
        return Read(text, separator, skipped, limits, first, new SheetFile([], "", [], [], note));
    }

    private static SheetFile Read(string text, char separator, int skipped, SheetLimits limits, int first, SheetFile empty)
    {
        var broken = new Dictionary<long, CsvMalformedReason>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            OnMalformedRecord = bad => broken.TryAdd(bad.LineNumber, bad.Reason),
        });
        List<string> headers = [];
        List<SheetRow> rows = [];
        for (var number = skipped + 1; rows.Count < first && csv.Read(); number++)
        {
            if (csv.FieldCount > SheetLimits.Columns)
            {
                throw SheetLimits.TooManyColumns();
            }

            var cells = new List<SheetCell>(Math.Max(csv.FieldCount, headers.Count));
            for (var index = 0; index < csv.FieldCount; index++)
            {
                cells.Add(new SheetCell(FormulaGuard.Restore(csv.GetString(index))));
            }

            if (cells.TrueForAll(cell => cell.IsEmpty))
            {
                continue;
            }

            if (headers.Count == 0)
            {
                headers = SheetReader.Headers(cells);
                continue;
            }

            if (rows.Count == limits.Rows)
            {
                throw limits.TooManyRows();
            }

            rows.Add(SheetReader.Row(number, cells, headers.Count, FaultOf(broken.GetValueOrDefault(csv.LineNumber, CsvMalformedReason.StrayQuote))));
        }

        return empty with { Headers = headers, Rows = rows };
    }

    // Inches (12" screen) are no harm; a value that goes on behind its closing quotation mark, or to the end of the file, is.
    private static string FaultOf(CsvMalformedReason reason) => reason is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote
        ? "A quotation mark does not end where the value does. Put the whole value in quotation marks, and double those inside it"
        : "";
}
