using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Scheduling;

/// <summary>
/// What is to be published or archived at a time: planned, changed, cancelled and listed (CMS-01). A plan to publish names the version that it publishes; what
/// is saved afterwards is not in it. It is dropped when a version is published by hand, and with the item.
/// </summary>
internal sealed class PlannedChanges(
    PortalDb db, ContentDefinitions definitions, AuthorNames authors, ItemVisibility visibility, ISettings settings, IEvents events, CurrentPerson person, DateWords dates)
    : IEventHandler<ContentPublished>, IEventHandler<ContentArchived>, IEventHandler<ContentRemoved>
{
    private DbSet<PlannedChange> Rows => db.Set<PlannedChange>();

    /// <summary>The plans of an item, the first due first.</summary>
    public async Task<IReadOnlyList<PlannedChange>> OfAsync(string contentItemId, CancellationToken cancellation = default) =>
        await Rows.AsNoTracking().Where(row => row.ContentItemId == contentItemId).OrderBy(row => row.DueUtc).ToListAsync(cancellation);

    /// <summary>Plans a change, or changes the plan.</summary>
    /// <param name="item">The item; its version is what is published.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="dueUtc">When.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="readAs">The plan's revision when the form was opened; 0 when there was none.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when somebody else has changed the plan since.</returns>
    public async Task<bool> PlanAsync(ContentItem item, PlannedAction action, DateTime dueUtc, string note, int readAs, CancellationToken cancellation)
    {
        var row = await Rows.SingleOrDefaultAsync(plan => plan.ContentItemId == item.ContentItemId && plan.Action == action, cancellation);
        if ((row?.Revision ?? 0) != readAs)
        {
            return false;
        }

        var before = row is null ? "" : await WhenAsync(row.DueUtc);
        if (row is null)
        {
            row = new PlannedChange
            {
                ContentItemId = item.ContentItemId,
                Action = action,
                ContentType = item.ContentType,
                DisplayText = item.DisplayText,
                DueUtc = dueUtc,
            };
            db.Add(row);
        }

        row.ContentType = item.ContentType;
        row.DisplayText = item.DisplayText;
        row.DueUtc = dueUtc;
        row.VersionId = action == PlannedAction.Publish ? item.ContentItemVersionId : "";
        row.VersionNumber = action == PlannedAction.Publish ? item.Number : 0;
        row.Note = ContentNote.Kept(note);
        row.PlannedById = person.Id;
        row.PlannedBy = person.Principal.Identity?.Name;
        row.Reasons = "";
        row.RefusedUtc = null;
        row.Revision++;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || PortalDb.IsUniqueViolation(fault))
        {
            return false;
        }

        await events.PublishAsync(new ContentChangePlanned(row.ContentType, row.ContentItemId, row.DisplayText, action, dueUtc, row.VersionId)
        {
            Changes = [new AuditChange(action == PlannedAction.Publish ? "Will be published" : "Will be archived", before, await WhenAsync(dueUtc))],
            Reason = row.Note,
        }, cancellation);
        return true;
    }

    /// <summary>Cancels a plan.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> CancelAsync(string contentItemId, PlannedAction action, CancellationToken cancellation)
    {
        var rows = await Rows.Where(row => row.ContentItemId == contentItemId && row.Action == action).ToListAsync(cancellation);
        await DropAsync(rows, reason: "", cancellation);
        return rows.Count > 0;
    }

    /// <summary>The plans of all items a page at a time: what was refused first, then what is due first.</summary>
    public async Task<PlanPage> ListAsync(int page, CancellationToken cancellation)
    {
        var rows = await visibility.SeenAsync(Rows.AsNoTracking(), row => row.ContentItemId, cancellation);
        var count = await rows.CountAsync(cancellation);
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var pages = Math.Max(1, (count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var found = await rows.OrderBy(row => row.RefusedUtc == null).ThenBy(row => row.DueUtc).ThenBy(row => row.ContentItemId)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var set = await definitions.GetAsync(cancellation);
        var names = await authors.FindAsync(found.Select(row => row.PlannedBy), cancellation);
        List<PlanEntry> entries = [];
        foreach (var row in found)
        {
            entries.Add(new PlanEntry(row, set.FindType(row.ContentType)?.DisplayName ?? row.ContentType, await WhenAsync(row.DueUtc), names[row.PlannedBy]));
        }

        return new PlanPage(count, page, pages, entries);
    }

    /// <summary>How many planned changes were refused and wait for somebody to look after them.</summary>
    public async Task<int> CountRefusedAsync(CancellationToken cancellation) =>
        await (await visibility.SeenAsync(Rows, row => row.ContentItemId, cancellation)).CountAsync(row => row.RefusedUtc != null, cancellation);

    /// <summary>A moment in words; in the hour that comes twice it says which.</summary>
    public async Task<string> WhenAsync(DateTime utc)
    {
        var words = await dates.MomentAsync(utc);
        var both = await dates.MomentsAsync(await dates.LocalAsync(utc));
        return both.Count < 2 ? words : $"{words} ({(both[0] == utc ? "before" : "after")} the clocks go back)";
    }

    Task IEventHandler<ContentPublished>.HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => WithdrawAsync([portalEvent.Item.ContentItemId], cancellation);

    Task IEventHandler<ContentPublished>.HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation) =>
        WithdrawAsync([.. portalEvents.Select(published => published.Item.ContentItemId)], cancellation);

    Task IEventHandler<ContentArchived>.HandleAsync(ContentArchived portalEvent, CancellationToken cancellation) =>
        DropAllAsync(portalEvent.Item.ContentItemId, "The item was archived", cancellation);

    Task IEventHandler<ContentRemoved>.HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) =>
        DropAllAsync(portalEvent.Item.ContentItemId, "The item was removed", cancellation);

    // What was planned would put an older version in the place of the one that somebody has just published.
    private async Task WithdrawAsync(List<string> ids, CancellationToken cancellation) => await DropAsync(
        await Rows.Where(row => ids.Contains(row.ContentItemId) && row.Action == PlannedAction.Publish).ToListAsync(cancellation),
        "A version was published by hand", cancellation);

    private async Task DropAllAsync(string contentItemId, string reason, CancellationToken cancellation) =>
        await DropAsync(await Rows.Where(row => row.ContentItemId == contentItemId).ToListAsync(cancellation), reason, cancellation);

    private async Task DropAsync(List<PlannedChange> rows, string reason, CancellationToken cancellation)
    {
        if (rows.Count > 0)
        {
            db.RemoveRange(rows);
            await db.SaveChangesAsync(cancellation);
            await events.PublishAllAsync<ContentPlanCancelled>(
                [.. rows.Select(row => new ContentPlanCancelled(row.ContentType, row.ContentItemId, row.DisplayText, row.Action) { Reason = reason })], cancellation);
        }
    }
}

/// <summary>A page of the list of plans.</summary>
internal sealed record PlanPage(int Count, int Page, int Pages, IReadOnlyList<PlanEntry> Entries);

/// <summary>A plan as the list shows it.</summary>
internal sealed record PlanEntry(PlannedChange Plan, string Type, string When, string PlannedBy);
