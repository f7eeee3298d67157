using System.Globalization;
using System.Text;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Search.Evidence;

/// <summary>The list of searches as a file for a spreadsheet, sent row by row however long it is.</summary>
internal static class SearchesCsv
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(SearchesLinks.Csv, SendAsync)
        .RequireAuthorization(new RequiresPermissionAttribute(ContentModule.ViewSearchEvidence.Name));

    /// <summary>A cell: in quotation marks where it must be, and never a formula, because people type "=" too.</summary>
    internal static string Cell(string text) => CsvText.Cell(text);

    private static async Task<IResult> SendAsync(HttpContext http, SearchEvidenceReader reader)
    {
        var query = http.Request.Query;
        var lines = await reader.ReadAllAsync(EvidenceFilter.Read(query["show"], query["days"], query["q"], query["order"]));
        return Results.Stream(body => WriteAsync(body, lines, http.RequestAborted), "text/csv; charset=utf-8", "searches.csv");
    }

    private static async Task WriteAsync(Stream body, IAsyncEnumerable<EvidenceLine> lines, CancellationToken cancellation)
    {
        // Spreadsheets take a file for UTF-8 only when it begins with the byte order mark.
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync("Search,Times,Found nothing,Results opened,Last searched");
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            await writer.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{Cell(line.Text)},{line.Searches},{line.WithoutResult},{line.Clicks},{line.LastDay:yyyy-MM-dd}"));
        }
    }
}
