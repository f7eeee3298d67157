using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Editing.Bulk.Working;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Bulk.Confirming;

[RequiresPermission("EditContent")]
internal sealed class ChangeManyModel(BulkChanges changes, BulkWorkers workers, ISettings settings, DateWords dates) : PageModel
{
    // A few items are checked and changed within this time: the page then shows what came of it, without a word about waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private IReadOnlyDictionary<BulkOutcome, int> counts = new Dictionary<BulkOutcome, int>();

    [BindProperty(SupportsGet = true, Name = "id")]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public BulkChange Change { get; private set; } = null!;

    public string Began { get; private set; } = "";

    /// <summary>Where the work is, when this node does it.</summary>
    public BulkPlace? Place { get; private set; }

    /// <summary>The groups of the page, those first that need a look.</summary>
    public IReadOnlyList<BulkGroup> Groups { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public string BackUrl => ContentLinks.List + Change.List;

    public int Of(BulkOutcome outcome) => counts.GetValueOrDefault(outcome);

    public string UrlOfPage(int page) => BulkLinks.Change(Id, page);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await workers.WaitAsync(Id, Patience, cancellation);
        if (await changes.FindAsync(Id, cancellation) is not { } change)
        {
            return NotFound();
        }

        Change = change;
        Place = workers.Find(Id)?.Place;
        Began = await dates.MomentAsync(change.BegunUtc);
        if (change.State is BulkState.Checked or BulkState.Done || change.IsInterrupted)
        {
            counts = await changes.CountAsync(Id, cancellation);
            await ReadGroupsAsync(cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await changes.FindAsync(Id, cancellation) is not { } change)
        {
            return NotFound();
        }

        // Of two clicks one begins it; both lead to what comes of it.
        await changes.RunAsync(change, cancellation);
        return Redirect(BulkLinks.Change(Id));
    }

    private async Task ReadGroupsAsync(CancellationToken cancellation)
    {
        BulkOutcome[] order = [BulkOutcome.Refused, BulkOutcome.Done, BulkOutcome.Ready, BulkOutcome.Unchanged];
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        Pages = Math.Max(1, (order.Sum(Of) + size - 1) / size);
        Number = Math.Clamp(int.TryParse(PageNumber, out var page) ? page : 1, 1, Pages);
        var (skip, left) = ((Number - 1) * size, size);
        List<BulkGroup> groups = [];
        foreach (var outcome in order)
        {
            if (left > 0 && skip < Of(outcome))
            {
                var items = await changes.ReadAsync(Id, outcome, skip, left, cancellation);
                groups.Add(new BulkGroup(outcome, Of(outcome), items));
                left -= items.Count;
            }

            skip = Math.Max(0, skip - Of(outcome));
        }

        Groups = groups;
    }
}

/// <summary>Items of one outcome.</summary>
/// <param name="Outcome">What becomes of them.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Items">Those on this page.</param>
internal sealed record BulkGroup(BulkOutcome Outcome, int Count, IReadOnlyList<BulkItem> Items)
{
    public string Heading(bool isDone) => Outcome switch
    {
        BulkOutcome.Refused => isDone ? "Could not be changed" : "Cannot be changed",
        BulkOutcome.Unchanged => isDone ? "Nothing was to be changed" : "Nothing to change",
        BulkOutcome.Done => "Changed",
        _ => isDone ? "Not yet changed" : "Will be changed",
    };
}
