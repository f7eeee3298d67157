using System.Text.Json;
using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Content.Sheets.Importing.Working;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Sheets.Importing.Checking;

[RequiresPermission("EditContent")]
internal sealed class CheckSheetModel(KeptSheets sheets, SheetRows rows, SheetWorker worker, ISettings settings, DateWords dates) : PageModel
{
    // Most files are checked within this time: the page then shows what came of it, without a word about waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public KeptSheet Import { get; private set; } = null!;

    public RowCounts Counts { get; private set; } = null!;

    public RowOutcome? Outcome { get; private set; }

    public IReadOnlyList<ShownRow> Rows { get; private set; } = [];

    public int CurrentPage { get; private set; }

    public int Pages { get; private set; }

    public string Began { get; private set; } = "";

    public string Ended { get; private set; } = "";

    public bool Publishes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await worker.WaitAsync(Id, Patience, cancellation);
        if (await sheets.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        if (kept.State == KeptSheetState.Matching)
        {
            return Redirect(SheetLinks.Columns(Id));
        }

        Import = kept;
        Began = await dates.MomentAsync(kept.BegunUtc);
        Ended = await dates.MomentAsync(kept.EndedUtc ?? kept.BegunUtc);
        Publishes = SheetMatching.Of(kept)?.Publish == true;
        Counts = await rows.CountAsync(Id, cancellation);
        Outcome = Enum.TryParse<RowOutcome>(Show, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null;
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        Pages = Math.Max(1, (Counts.Of(Outcome) + size - 1) / size);
        CurrentPage = Math.Clamp(int.TryParse(PageNumber, out var page) ? page : 1, 1, Pages);
        Rows = [.. (await rows.FindAsync(Id, Outcome, CurrentPage, size, cancellation)).Select(row => new ShownRow(row, JsonSerializer.Deserialize<List<RowDetail>>(row.Details, PortalJson.Compact)!))];
        return Page();
    }

    /// <summary>Imports the rows that are right, or goes on with what was interrupted.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        await sheets.RunAsync(kept, cancellation);
        return Redirect(SheetLinks.Import(Id));
    }

    /// <summary>Finds out again what becomes of each row.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(Id, cancellation) is not { } kept)
        {
            return NotFound();
        }

        await sheets.CheckAgainAsync(kept, cancellation);
        return Redirect(SheetLinks.Import(Id));
    }

    /// <summary>Gives the import up.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(Id, cancellation) is not { } kept)
        {
            return Redirect(SheetLinks.Imports);
        }

        if (!await sheets.DiscardAsync(kept, cancellation))
        {
            return Redirect(SheetLinks.Import(Id));
        }

        TempData[PageFrame.Message] = $"{kept.FileName} is not imported, and not kept any more";
        return Redirect(SheetLinks.Imports);
    }

    public string UrlOf(RowOutcome? outcome, int page = 1) => outcome is null && page == 1
        ? SheetLinks.Import(Id)
        : $"{SheetLinks.Import(Id)}?show={outcome?.ToString().ToLowerInvariant() ?? ""}&p={page}#rows";
}

/// <summary>A row with what is to be said of it.</summary>
internal sealed record ShownRow(KeptSheetRow Row, IReadOnlyList<RowDetail> Details);
