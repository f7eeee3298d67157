using System.Text;
using LearningDev.Platform.Ui;

namespace LearningDev.Content.Sheets.Files;

/// <summary>Writes CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheet programs take it for something else.</summary>
internal sealed class CsvSheetWriter(Stream stream) : IAsyncDisposable
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>Writes a row.</summary>
    public async Task WriteRowAsync(IEnumerable<SheetCell> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            await writer.WriteAsync(isFirst ? "" : ",");
            await writer.WriteAsync(CsvText.Quoted(cell.Kind == CellKind.Text ? FormulaGuard.Guard(cell.Text) : cell.Text));
            isFirst = false;
        }

        await writer.WriteLineAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
