using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LearningDev.Content.Recipes.Exporting.Choosing;

/// <summary>Sends an export as a file while it is being written, however large it is. A fault in the midst of it breaks the download off, so that nobody takes half of it for the whole.</summary>
internal sealed class ExportResult(RecipeExport export, RecipeExportOptions options) : IActionResult
{
    /// <summary>The name of the file that an export is saved as.</summary>
    public static string FileName(RecipeExportOptions options) => options.Name + (options.FilesBeside ? ".zip" : RecipeFiles.Ending);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = options.FilesBeside ? "application/zip" : "application/json; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = FileName(options),
        }.ToString();
        response.Headers.CacheControl = "no-store";
        await export.WriteAsync(options, response.Body, context.HttpContext.RequestAborted);
    }
}
