using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Planning;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Sheets.Importing.Uploading;

[RequiresPermission("EditContent")]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
internal sealed class UploadSheetModel(KeptSheets sheets, SheetColumns columns, SheetOpening opening, ISettings settings) : PageModel
{
    /// <summary>The largest upload that any setting allows, with what a form adds to it.</summary>
    public const long LargestRequest = (SheetSettings.MostUploadMegabytes + 1L) * 1024 * 1024;

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? ContentType { get; set; }

    /// <summary>A spreadsheet or CSV.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public TypeColumns Type { get; private set; } = null!;

    public int UploadMegabytes { get; private set; }

    public int MostRows { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        string.IsNullOrEmpty(ContentType) ? Redirect(SheetLinks.Imports) : await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Select a spreadsheet or a CSV file" : "The selected file is empty");
        }
        else if (Upload.Length > UploadMegabytes * 1024L * 1024)
        {
            ModelState.AddModelError(nameof(Upload), $"The selected file must be smaller than {UploadMegabytes}MB");
        }

        return ModelState.IsValid ? await KeepAsync(cancellation) : Page();
    }

    private async Task<IActionResult> KeepAsync(CancellationToken cancellation)
    {
        using var copy = new MemoryStream((int)Upload!.Length);
        await Upload.CopyToAsync(copy, cancellation);
        var bytes = copy.ToArray();
        try
        {
            // The header and a row: what cannot be read at all is told at once, beside the field.
            SheetReader.Read(bytes, sheet: null, await opening.LimitsAsync(cancellation), first: 1);
            var name = Path.GetFileName(Upload.FileName.Replace('\\', '/'));
            return Redirect(SheetLinks.Columns(await sheets.KeepAsync(Type.Type, name, SheetReader.FormOf(bytes), bytes, cancellation)));
        }
        catch (SheetFileException fault)
        {
            ModelState.AddModelError(nameof(Upload), fault.Message);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var limits = await settings.GetAsync<SheetSettings>(cancellation);
        UploadMegabytes = Math.Clamp(limits.UploadMegabytes, 1, SheetSettings.MostUploadMegabytes);
        MostRows = limits.Rows;
        if (await columns.FindAsync(ContentType, cancellation) is not { } found)
        {
            return false;
        }

        Type = found;
        return true;
    }
}
