using System.Runtime.CompilerServices;
using System.Text.Json;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Checking;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Planning;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Sheets.Importing.Mending;

/// <summary>The wrong rows of somebody's own file, as a file of the same form with one column more, which says what is wrong: to mend and to upload again.</summary>
internal static class WrongRows
{
    /// <summary>The name of the column; no column of a type is called so, so that it is left out when the file comes back.</summary>
    public const string Column = "What is wrong";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{SheetLinks.Imports}/{{id}}/wrong-rows", SendAsync)
        .RequireAuthorization(new RequiresPermissionAttribute(ContentModule.EditContent.Name));

    private static async Task<IResult> SendAsync(string id, HttpContext http, KeptSheets sheets, SheetOpening opening, SheetRows rows, TimeProvider time)
    {
        var cancellation = http.RequestAborted;
        if (await sheets.FindAsync(id, cancellation) is not { State: KeptSheetState.Checked or KeptSheetState.Done } kept)
        {
            return Results.NotFound();
        }

        try
        {
            var file = await opening.ReadAsync(kept, sheet: null, int.MaxValue, cancellation);
            var wrong = await rows.WrongAsync(id, cancellation);
            var own = file.Headers.Index().Where(header => header.Item != Column).Select(header => header.Index).ToList();
            http.Response.Headers.CacheControl = "no-store";
            return Results.Stream(
                body => SheetWriter.WriteAsync(
                    kept.Form, body, file.Sheet.Length > 0 ? file.Sheet : "Wrong rows", [.. own.Select(index => file.Headers[index]), Column],
                    RowsAsync(file, wrong, own, cancellation), time.GetUtcNow(), cancellation),
                SheetWriter.ContentType(kept.Form), $"{Path.GetFileNameWithoutExtension(kept.FileName)}-wrong-rows{SheetWriter.Ending(kept.Form)}");
        }
        catch (SheetFileException)
        {
            return Results.NotFound();
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<SheetCell>> RowsAsync(
        SheetFile file, IReadOnlyDictionary<int, string> wrong, List<int> own, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var row in file.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (wrong.TryGetValue(row.Number, out var details))
            {
                yield return [.. own.Select(index => row.Cells[index]), new SheetCell(Words(details))];
            }
        }
    }

    private static string Words(string details) => string.Join(
        "\n", JsonSerializer.Deserialize<List<RowDetail>>(details, PortalJson.Compact)!.Select(detail => detail.Column.Length > 0 ? $"{detail.Column}: {detail.Message}" : detail.Message));
}
