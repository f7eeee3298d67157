namespace LearningDev.Content.Sheets.Files;

/// <summary>The forms in which sheets come and go.</summary>
public enum SheetForm
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>A spreadsheet: Office Open XML (ISO/IEC 29500).</summary>
    Xlsx,
}

/// <summary>A cell as it was read or is to be written.</summary>
/// <param name="Text">What it says; a number with a point, a day as yyyy-MM-dd, a moment as yyyy-MM-dd HH:mm:ss.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct SheetCell(string Text, CellKind Kind = CellKind.Text)
{
    /// <summary>A cell with nothing in it.</summary>
    public static SheetCell Empty { get; } = new("");

    /// <summary>True when it says nothing.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <inheritdoc />
    public override string ToString() => Text ?? "";
}

/// <summary>What a cell is. CSV knows texts alone.</summary>
public enum CellKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day and a time.</summary>
    Moment,

    /// <summary>The cell shows an error, such as #N/A.</summary>
    Error,
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">The row's number as a spreadsheet counts, from 1; the header is a row too.</param>
/// <param name="Cells">The cells, as many as the header has.</param>
/// <param name="Fault">What is wrong with the row as a whole; empty when nothing is.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, string Fault = "");

/// <summary>What a file holds.</summary>
/// <param name="Sheets">The names of the sheets of a spreadsheet; none for CSV.</param>
/// <param name="Sheet">The name of the sheet that was read; empty for CSV.</param>
/// <param name="Headers">The names of the columns.</param>
/// <param name="Rows">The rows below the header that are not empty.</param>
/// <param name="Note">What is worth knowing of the file; empty for nothing.</param>
public sealed record SheetFile(IReadOnlyList<string> Sheets, string Sheet, IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows, string Note = "");

/// <summary>A file cannot be read; the message is for whoever uploaded it.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What was thrown; null for nothing.</param>
public sealed class SheetFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>How much of a file is read.</summary>
/// <param name="Rows">The greatest number of rows below the header.</param>
/// <param name="UnpackedBytes">How much a spreadsheet may hold when it is unpacked.</param>
public sealed record SheetLimits(int Rows, long UnpackedBytes)
{
    /// <summary>The greatest number of columns.</summary>
    public const int Columns = 500;

    internal SheetFileException TooManyRows() => new($"The file has more than {Rows:#,0} rows. Divide it into several");

    internal static SheetFileException TooManyColumns() => new($"The file has more than {Columns} columns");
}
