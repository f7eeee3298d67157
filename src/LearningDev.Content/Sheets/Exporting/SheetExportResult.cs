using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LearningDev.Content.Sheets.Exporting;

/// <summary>Sends an export while it is being written, however long it is. A fault in the midst of it breaks the download off, so that nobody takes half of it for the whole.</summary>
internal sealed class SheetExportResult(SheetExport export, SheetSelection selection, IReadOnlyList<SheetColumn> columns, SheetForm form, string name) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = SheetWriter.ContentType(form);
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name + SheetWriter.Ending(form) }.ToString();
        response.Headers.CacheControl = "no-store";
        await export.WriteAsync(selection, columns, form, response.Body, context.HttpContext.RequestAborted);
    }
}
