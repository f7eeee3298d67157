using LearningDev.Content.Recipes.Exporting;

namespace LearningDev.Content.Sheets.Files;

/// <summary>Writes a sheet of either form to a stream that may only be written to, row by row.</summary>
internal static class SheetWriter
{
    private const int NarrowestColumn = 12;
    private const int WidestColumn = 50;

    /// <summary>The type of the file, for browsers.</summary>
    public static string ContentType(SheetForm form) =>
        form == SheetForm.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What the file's name ends in.</summary>
    public static string Ending(SheetForm form) => form == SheetForm.Csv ? ".csv" : ".xlsx";

    /// <summary>Writes a sheet.</summary>
    /// <param name="form">The form.</param>
    /// <param name="stream">Where it goes.</param>
    /// <param name="name">The sheet's name.</param>
    /// <param name="headers">The names of the columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="now">The time that the file bears.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public static async Task WriteAsync(
        SheetForm form, Stream stream, string name, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        if (form == SheetForm.Csv)
        {
            await using var csv = new CsvSheetWriter(stream);
            await csv.WriteRowAsync(headers.Select(header => new SheetCell(header)));
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                await csv.WriteRowAsync(row);
            }

            return;
        }

        await using var sent = new SendLaterStream(stream);
        await using (var book = await XlsxSheetWriter.CreateAsync(sent, now, cancellation))
        {
            await book.BeginSheetAsync(name, [.. headers.Select(header => (header, Width(header)))]);
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                await book.WriteRowAsync(row);
            }
        }

        await sent.FlushAsync(cancellation);
    }

    /// <summary>How wide a column is, in characters.</summary>
    public static int Width(string header) => Math.Clamp(header.Length + 4, NarrowestColumn, WidestColumn);
}
