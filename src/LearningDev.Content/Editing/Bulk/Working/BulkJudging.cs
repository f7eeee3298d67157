using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Bulk.Working;

/// <summary>Finds out what would become of an item, and makes it so.</summary>
internal sealed class BulkJudging(ContentItems items, ContentValidator validator, PublishingGates gates, BulkEdits edits)
{
    private const string MayNotPublish = "You may not publish, and this is published";

    /// <summary>Says what becomes of an item. Versions that are changed hold the change afterwards, for <see cref="CarryOutAsync"/>.</summary>
    public async Task<BulkVerdict> JudgeAsync(BulkChange change, BulkSubject subject, bool mayPublish, CancellationToken cancellation)
    {
        var (latest, published) = subject;
        if (change.Action.NeedsPublishing && !mayPublish)
        {
            return BulkVerdict.Refused("You may not publish");
        }

        if (latest.ArchivedUtc is not null)
        {
            return change.Action switch
            {
                BulkAction.Archive => BulkVerdict.Unchanged("It is archived already"),
                BulkAction.Unpublish => BulkVerdict.Unchanged("It is not published"),
                _ => BulkVerdict.Refused("It is archived. Take it out of the archive first"),
            };
        }

        return change.Action switch
        {
            BulkAction.Publish when latest.Published => BulkVerdict.Unchanged("It is published already"),
            BulkAction.Publish => await FaultsAsync(latest, publish: true, cancellation) ?? BulkVerdict.Ready("It is shown to everybody"),
            BulkAction.Unpublish when published is null => BulkVerdict.Unchanged("It is not published"),
            BulkAction.Unpublish => BulkVerdict.Ready("It goes from the portal and stays as a draft"),
            BulkAction.Archive => BulkVerdict.Ready(published is null ? "It is archived" : "It goes from the portal and is archived"),
            _ => await JudgeEditAsync(change, subject, mayPublish, cancellation),
        };
    }

    /// <summary>Makes it so, in the caller's transaction. The item must have been judged, and be ready.</summary>
    /// <exception cref="ContentInvalidException">Something in the item is not right, or a gate refuses it.</exception>
    /// <exception cref="ContentConflictException">Somebody else was quicker.</exception>
    public async Task CarryOutAsync(BulkChange change, BulkSubject subject, CancellationToken cancellation)
    {
        var note = change.Note.Length > 0 ? change.Note : change.DefaultNote;
        var (latest, published) = subject;
        switch (change.Action)
        {
            case BulkAction.Publish:
                await items.PublishAsync(latest, note, cancellation);
                break;
            case BulkAction.Unpublish:
                await items.UnpublishAsync(latest.ContentItemId, note, cancellation);
                break;
            case BulkAction.Archive:
                await items.ArchiveAsync(latest.ContentItemId, note, cancellation);
                break;
            default:
                await SaveAsync(latest, published, note, cancellation);
                break;
        }
    }

    // What everybody sees is changed at once. A newer draft gets the same change and stays a draft: nobody's unfinished work is published with it.
    private async Task SaveAsync(ContentItem latest, ContentItem? published, string note, CancellationToken cancellation)
    {
        if (latest.Published)
        {
            await items.PublishAsync(latest, note, cancellation);
            return;
        }

        if (published is not null)
        {
            published.ContentItemVersionId = latest.ContentItemVersionId;
            published.Revision = latest.Revision;
            var now = await items.PublishAsync(published, note, cancellation);
            latest.ContentItemVersionId = now.ContentItemVersionId;
            latest.Revision = now.Revision;
        }

        await items.SaveDraftAsync(latest, note, cancellation);
    }

    private async Task<BulkVerdict> JudgeEditAsync(BulkChange change, BulkSubject subject, bool mayPublish, CancellationToken cancellation)
    {
        var (latest, published) = subject;
        var verdict = await edits.ApplyAsync(change, latest, cancellation);
        var ofPublished = published is null || latest.Published ? verdict : await edits.ApplyAsync(change, published, cancellation);
        if (verdict.Outcome == BulkOutcome.Refused || ofPublished.Outcome == BulkOutcome.Refused)
        {
            return verdict.Outcome == BulkOutcome.Refused ? verdict : ofPublished;
        }

        if (verdict.Outcome == BulkOutcome.Unchanged && ofPublished.Outcome == BulkOutcome.Unchanged)
        {
            return verdict;
        }

        if (published is not null && !mayPublish)
        {
            return BulkVerdict.Refused(MayNotPublish);
        }

        var seen = latest.Published ? latest : published;
        var faults = (seen is null ? null : await FaultsAsync(seen, publish: true, cancellation)) ?? (latest.Published ? null : await FaultsAsync(latest, publish: false, cancellation));
        return faults ?? BulkVerdict.Ready($"{(verdict.Outcome == BulkOutcome.Ready ? verdict : ofPublished).Words}{(published is null ? ", in the draft" : latest.Published ? "" : ", in what is published and in the newer draft")}");
    }

    private async Task<BulkVerdict?> FaultsAsync(ContentItem item, bool publish, CancellationToken cancellation)
    {
        List<string> reasons = [.. (await validator.CheckAsync(item, publish, cancellation)).Select(error => error.Message)];
        if (publish)
        {
            reasons.AddRange((await gates.CheckAsync(item, cancellation)).Select(error => error.Message));
        }

        return reasons.Count == 0 ? null : BulkVerdict.Refused(reasons);
    }
}

/// <summary>An item as it stands.</summary>
/// <param name="Latest">The version that editors see.</param>
/// <param name="Published">The version that everybody sees; null when there is none.</param>
internal sealed record BulkSubject(ContentItem Latest, ContentItem? Published);
