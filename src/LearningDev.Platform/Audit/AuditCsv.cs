using System.Globalization;
using System.Text;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Platform.Audit;

/// <summary>The filtered audit as a file for a spreadsheet, sent row by row; that it was downloaded is in the audit before the first row is sent (ADM-03).</summary>
internal static class AuditCsv
{
    /// <summary>The most rows that a file holds. Spreadsheets open a few more.</summary>
    public const int MostRows = 100_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(AuditWords.Csv, SendAsync).RequireAuthorization(new RequiresPermissionAttribute(PlatformModule.ViewAudit.Name));

    private static async Task<IResult> SendAsync(HttpContext http, AuditReader audit, IEvents events, DateWords dates)
    {
        var query = http.Request.Query;
        var filter = await new AuditFilter(query["person"], query["kind"], query["event"], query["text"], Day(query["from"]), Day(query["to"])).InZoneAsync(dates);
        await events.PublishAsync(new AuditExported([.. filter.Parts().Select(part => $"{part.Key}: {part.Value}")]), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            body => WriteAsync(body, audit.ReadNewestAsync(filter, MostRows), dates, http.RequestAborted), "text/csv; charset=utf-8", "changes.csv");
    }

    private static async Task WriteAsync(Stream body, IAsyncEnumerable<AuditEntry> rows, DateWords dates, CancellationToken cancellation)
    {
        // Spreadsheets take a file for UTF-8 only when it begins with the byte order mark.
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync("Number,When,Who,What happened,Kind of thing,Name,Event,Changed,Why");
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            string[] cells =
            [
                row.Id.ToString(CultureInfo.InvariantCulture),
                (await dates.LocalAsync(row.OccurredUtc)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                AuditWords.Who(row), AuditWords.What(row), row.SubjectKind, row.SubjectName, row.Event,
                string.Join("; ", row.ReadChanges().Select(change => $"{change.Name}: {change.Before} → {change.After}")),
                row.Reason,
            ];
            await writer.WriteLineAsync(string.Join(',', cells.Select(CsvText.Cell)));
        }
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Somebody downloaded rows of the audit.</summary>
/// <param name="Filters">What the rows were filtered by, for example "person: Whitfield"; empty for all rows.</param>
public sealed record AuditExported(IReadOnlyList<string> Filters) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Audit", "", "Audit");

    /// <inheritdoc />
    public string Summary => Filters.Count == 0 ? "Downloaded the audit" : $"Downloaded the audit, {string.Join(", ", Filters)}";
}
