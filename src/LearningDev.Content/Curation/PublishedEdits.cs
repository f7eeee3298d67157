using LearningDev.Content.Items;
using LearningDev.Platform.People;

namespace LearningDev.Content.Curation;

/// <summary>
/// Makes a small change in what everybody sees, and the same in the newer draft where there is one. Nothing becomes new by it: the time of publication
/// stays, and so does who wrote the draft.
/// </summary>
internal sealed class PublishedEdits(ContentItems items, ContentValidator validator, CurrentPerson person, TimeProvider time)
{
    /// <summary>Makes the change in the published version of items, and in their drafts.</summary>
    /// <param name="contentItemIds">The items.</param>
    /// <param name="change">Changes a version; false when there was nothing to change in it.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <exception cref="ContentConflictException">Somebody else has saved one of the items just now.</exception>
    public async Task<PublishedEdit> ApplyAsync(IReadOnlyCollection<string> contentItemIds, Func<ContentItem, bool> change, CancellationToken cancellation)
    {
        var latest = (await items.FindAllAsync(contentItemIds, VersionChoice.Latest, cancellation)).ToDictionary(item => item.ContentItemId);
        List<ContentItem> published = [];
        List<RefusedEdit> refused = [];
        foreach (var item in await items.FindAllAsync(contentItemIds, VersionChoice.Published, cancellation))
        {
            if (!change(item) || !latest.TryGetValue(item.ContentItemId, out var newest))
            {
                continue;
            }

            if (await validator.CheckAsync(item, publish: true, cancellation) is [var error, ..])
            {
                refused.Add(new RefusedEdit(item.ContentItemId, item.DisplayText, error.Message));
                continue;
            }

            item.ContentItemVersionId = newest.ContentItemVersionId;
            item.Revision = newest.Revision;
            item.Author = person.Principal.Identity?.Name ?? item.Author;
            item.ModifiedUtc = time.GetUtcNow().UtcDateTime;
            published.Add(item);
        }

        if (published.Count > 0)
        {
            await items.ImportAllAsync(published, publish: true, cancellation);
            await KeepDraftsAsync([.. published.Select(item => latest[item.ContentItemId]).Where(draft => !draft.Published)], change, cancellation);
        }

        return new PublishedEdit([.. published.Select(item => item.ContentItemId)], refused);
    }

    private async Task KeepDraftsAsync(IReadOnlyList<ContentItem> drafts, Func<ContentItem, bool> change, CancellationToken cancellation)
    {
        var now = (await items.FindAllAsync([.. drafts.Select(draft => draft.ContentItemId)], VersionChoice.Latest, cancellation)).ToDictionary(item => item.ContentItemId);
        foreach (var draft in drafts)
        {
            change(draft);
            draft.ContentItemVersionId = now[draft.ContentItemId].ContentItemVersionId;
            draft.Revision = now[draft.ContentItemId].Revision;
        }

        if (drafts.Count > 0)
        {
            await items.ImportAllAsync(drafts, publish: false, cancellation);
        }
    }
}

/// <summary>What came of a change.</summary>
/// <param name="Changed">The ids of the items that were changed.</param>
/// <param name="Refused">Items that were left as they are.</param>
internal sealed record PublishedEdit(IReadOnlyList<string> Changed, IReadOnlyList<RefusedEdit> Refused);

/// <summary>An item that could not be changed, because something else in it is not right.</summary>
internal sealed record RefusedEdit(string ContentItemId, string Title, string Reason);
