using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Sheets.Importing.Listing;

[RequiresPermission("EditContent")]
internal sealed class ImportsModel(KeptSheets sheets, SheetColumns columns, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public IReadOnlyList<(ListedSheet Sheet, string Kept)> Listed { get; private set; } = [];

    public int CurrentPage { get; private set; }

    public int Pages { get; private set; }

    public int KeepDays { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Types = [.. (await columns.TypesAsync(cancellation)).Select(type => new SelectListItem(type.DisplayName, type.Name))];
        KeepDays = (await settings.GetAsync<SheetSettings>(cancellation)).KeepDays;
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        Pages = Math.Max(1, (await sheets.CountAsync(cancellation) + size - 1) / size);
        CurrentPage = Math.Clamp(int.TryParse(PageNumber, out var page) ? page : 1, 1, Pages);
        List<(ListedSheet, string)> listed = [];
        foreach (var sheet in await sheets.ListAsync(CurrentPage, size, cancellation))
        {
            listed.Add((sheet, await dates.MomentAsync(sheet.KeptUtc)));
        }

        Listed = listed;
    }

    /// <summary>How far an import is, in the words and colour of a tag.</summary>
    public static (string Words, string Colour) StateOf(ListedSheet sheet) => sheet.State switch
    {
        KeptSheetState.Done => ("Imported", "green"),
        KeptSheetState.Running => ("Being imported", "blue"),
        KeptSheetState.Checking => ("Being checked", "blue"),
        KeptSheetState.Checked => ("Checked, not imported", "yellow"),
        _ => ("Columns to be matched", "yellow"),
    };
}
