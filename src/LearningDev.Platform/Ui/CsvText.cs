namespace LearningDev.Platform.Ui;

/// <summary>Writes what people have typed into files for spreadsheets (RFC 4180).</summary>
public static class CsvText
{
    /// <summary>A cell: in quotation marks where it must be, and never a formula, because people type "=" too.</summary>
    public static string Cell(string text) => Quoted(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text);

    /// <summary>A value in quotation marks where it must be; what it begins with is not looked at.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
