using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Sheets.Templates;

/// <summary>The empty sheet of a content type: its columns, and in a spreadsheet also their choices and how to fill them in.</summary>
internal static class SheetTemplate
{
    private const string ChoicesSheet = "Choices";
    private const int MostRowsWithLists = 10_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{SheetLinks.Template}/{{type}}", SendAsync)
        .RequireAuthorization(new RequiresPermissionAttribute(ContentModule.EditContent.Name));

    private static async Task<IResult> SendAsync(string type, HttpContext http, SheetColumns columns, SheetWords words, ISettings settings, TimeProvider time)
    {
        var cancellation = http.RequestAborted;
        if (await columns.FindAsync(type, cancellation) is not { } found)
        {
            return Results.NotFound();
        }

        var form = http.Request.Query["form"] == "csv" ? SheetForm.Csv : SheetForm.Xlsx;
        var rows = Math.Min((await settings.GetAsync<SheetSettings>(cancellation)).Rows, MostRowsWithLists);
        using var file = new MemoryStream();
        if (form == SheetForm.Csv)
        {
            await using var csv = new CsvSheetWriter(file);
            await csv.WriteRowAsync(found.All.Select(column => new SheetCell(found.LabelOf(column))));
        }
        else
        {
            await WriteBookAsync(file, found, words, rows, time.GetUtcNow(), cancellation);
        }

        return Results.File(file.ToArray(), SheetWriter.ContentType(form), $"{found.Type.Name}-template{SheetWriter.Ending(form)}");
    }

    private static async Task WriteBookAsync(Stream file, TypeColumns type, SheetWords words, int rows, DateTimeOffset now, CancellationToken cancellation)
    {
        List<IReadOnlyList<string>> lists = [];
        List<ColumnChoices> offered = [];
        List<string> listed = [];
        foreach (var (index, column) in type.All.Index())
        {
            var choices = await column.ChoicesAsync(words, cancellation);
            listed.Add(string.Join(", ", choices));
            if (choices.Count > 0)
            {
                var letters = SheetReader.Letters(lists.Count);
                offered.Add(new ColumnChoices(index, $"{ChoicesSheet}!${letters}$2:${letters}${choices.Count + 1}", rows, column.IsOneChoice));
                lists.Add(choices);
            }
        }

        await using var book = await XlsxSheetWriter.CreateAsync(file, now, cancellation);
        await book.BeginSheetAsync(type.Type.DisplayName, [.. type.All.Select(column => (type.LabelOf(column), SheetWriter.Width(type.LabelOf(column))))], offered);
        await book.BeginSheetAsync("How to fill it in", [("Column", 32), ("Must it be there?", 20), ("What to write", 60), ("What it is about", 60), ("Choices", 60)]);
        foreach (var (index, column) in type.All.Index())
        {
            await book.WriteRowAsync(
            [
                new SheetCell(type.LabelOf(column)), new SheetCell(column is TitleColumn ? "Yes" : column.IsRequired ? "Yes, to be published" : "No"),
                new SheetCell(column.Form), new SheetCell(column.Hint), new SheetCell(listed[index].Length <= XlsxSheetWriter.MostCharacters ? listed[index] : ""),
            ]);
        }

        if (lists.Count > 0)
        {
            await book.BeginSheetAsync(ChoicesSheet, [.. offered.Select(list => (type.LabelOf(type.All[list.Column]), 30))], isHidden: true);
            for (var row = 0; row < lists.Max(list => list.Count); row++)
            {
                await book.WriteRowAsync([.. lists.Select(list => row < list.Count ? new SheetCell(list[row]) : SheetCell.Empty)]);
            }
        }
    }
}
