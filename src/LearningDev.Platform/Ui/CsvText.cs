using System.Text;

namespace LearningDev.Platform.Ui;

/// <summary>Writes what people have typed into files for spreadsheets (RFC 4180).</summary>
public static class CsvText
{
    /// <summary>The content type of a CSV file (RFC 7111).</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>A file in UTF-8. It begins with the byte order mark, because spreadsheets take it for UTF-8 only then.</summary>
    /// <param name="text">All of its lines.</param>
    public static byte[] File(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>A cell: in quotation marks where it must be, and never a formula, because people type "=" too.</summary>
    public static string Cell(string text) => Quoted(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text);

    /// <summary>A value in quotation marks where it must be; what it begins with is not looked at.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
