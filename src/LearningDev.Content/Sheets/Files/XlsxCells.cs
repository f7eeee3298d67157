using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace LearningDev.Content.Sheets.Files;

/// <summary>Makes cells out of what a workbook keeps of them: shared texts, numbers, and days as numbers with a style (ISO/IEC 29500-1, 18.3, 18.8).</summary>
internal sealed partial class XlsxCells
{
    // What is added to a number of days in workbooks that count from 1904.
    private const int DaysTo1904 = 1462;
    private const double LastSerial = 2_958_466;

    private readonly List<string> texts = [];
    private readonly List<Look> looks = [];
    private readonly bool from1904;

    public XlsxCells(WorkbookPart book)
    {
        from1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
        ReadTexts(book.SharedStringTablePart);
        ReadLooks(book.WorkbookStylesPart?.Stylesheet);
    }

    private enum Look
    {
        Plain,
        Day,
        Time,
    }

    /// <summary>Makes a cell.</summary>
    /// <param name="value">The value as the file has it.</param>
    /// <param name="type">The kind of cell as the file has it; empty for a number.</param>
    /// <param name="style">The index of the cell's style.</param>
    public SheetCell Read(string value, string type, int style) => type switch
    {
        _ when value.Length == 0 => SheetCell.Empty,
        "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < texts.Count ? Text(texts[index]) : SheetCell.Empty,
        "inlineStr" or "str" => Text(Decode(value)),
        "b" => new SheetCell(value == "1" || value == "true" ? "Yes" : "No"),
        "e" => new SheetCell(value, CellKind.Error),
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? Moment(moment) : Text(value),
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Number(number, style) : Text(value),
    };

    /// <summary>The moment that a number stands for: days since the last day of 1899, or since 1904; null when it is none.</summary>
    public static DateTime? MomentOf(double serial) =>
        serial is >= 0 and < LastSerial ? DateTime.FromOADate(0).AddSeconds(Math.Round(serial * 86_400)) : null;

    /// <summary>Characters that XML cannot hold stand in a workbook as _x000B_.</summary>
    internal static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    private static SheetCell Text(string text) => new(FormulaGuard.Restore(text));

    private SheetCell Number(double number, int style)
    {
        var look = style >= 0 && style < looks.Count ? looks[style] : Look.Plain;
        if (look != Look.Plain && MomentOf(number + (from1904 ? DaysTo1904 : 0)) is { } moment)
        {
            return look == Look.Time && number < 1 ? new SheetCell(moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : Moment(moment);
        }

        return new SheetCell(Words(number), CellKind.Number);
    }

    private static string Words(double number) => Math.Abs(number) < 1e15
        ? ((decimal)number).ToString("0.##############", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static SheetCell Moment(DateTime moment) => moment.TimeOfDay == TimeSpan.Zero
        ? new SheetCell(moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Day)
        : new SheetCell(moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), CellKind.Moment);

    private void ReadTexts(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return;
        }

        var text = new StringBuilder();
        var isPhonetic = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            isPhonetic = reader.ElementType == typeof(PhoneticRun) ? reader.IsStartElement : isPhonetic;
            if (reader.ElementType == typeof(CellText) && reader.IsStartElement && !isPhonetic)
            {
                text.Append(reader.GetText());
            }
            else if (reader.ElementType == typeof(SharedStringItem) && reader.IsEndElement)
            {
                texts.Add(Decode(text.ToString()));
                text.Clear();
            }
        }
    }

    private void ReadLooks(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value).ToDictionary(group => group.Key, group => group.First().FormatCode?.Value ?? "");
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            looks.Add(own.TryGetValue(id, out var code) ? LookOf(code) : LookOf(id));
        }
    }

    // The formats that every program knows by number (18.8.30), East Asian days among them.
    private static Look LookOf(uint id) => id switch
    {
        >= 14 and <= 17 or 22 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => Look.Day,
        >= 18 and <= 21 or >= 32 and <= 35 or 45 or 46 or 47 or 55 or 56 => Look.Time,
        _ => Look.Plain,
    };

    private static Look LookOf(string code)
    {
        var plain = Literal().Replace(code, "").Split(';')[0].ToUpperInvariant();
        return plain.AsSpan().ContainsAny('Y', 'D') ? Look.Day
            : plain.AsSpan().ContainsAny('H', 'S') ? Look.Time
            : plain.Contains("MMM", StringComparison.Ordinal) ? Look.Day
            : Look.Plain;
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();

    // Texts in quotation marks, escaped characters, colours and locales; [h] stays, because it is a time.
    [GeneratedRegex("""\"[^"]*\"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|General|E[+-]""", RegexOptions.IgnoreCase)]
    private static partial Regex Literal();
}
