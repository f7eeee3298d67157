using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.ForYou;

/// <summary>Sets recommended entries aside for the current person, and lets them be recommended again (CAT-08).</summary>
internal sealed class Dismissing(
    PortalDb db, VisibleEntries entries, RecommendedForYou recommended, EntryCards cards, FacetLabels labels, SearchService search, CatalogueSearch catalogue,
    IEvents events, ISettings settings, CurrentPerson person, TimeProvider time)
{
    /// <summary>Sets an entry aside; doing so twice changes nothing.</summary>
    public async Task<DismissOutcome> DismissAsync(string contentItemId, CancellationToken cancellation)
    {
        if (await entries.FindAsync(contentItemId, cancellation) is not { } entry)
        {
            return new DismissOutcome("", DismissResult.NotFound);
        }

        if ((await recommended.FindAsync(cancellation)).Any(one => one.ContentItemId == contentItemId && one.IsMandatory))
        {
            return new DismissOutcome(entry.Title, DismissResult.IsMandatory);
        }

        if (await Mine.AnyAsync(row => row.ContentItemId == contentItemId, cancellation))
        {
            return new DismissOutcome(entry.Title, DismissResult.Done);
        }

        var row = db.Add(new Dismissal { PersonId = person.Id!, ContentItemId = contentItemId, DismissedUtc = time.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault))
        {
            // A second click at the same moment was quicker.
            row.State = EntityState.Detached;
            return new DismissOutcome(entry.Title, DismissResult.Done);
        }

        await events.PublishAsync(new RecommendationDismissed(contentItemId, entry.Title), cancellation);
        return new DismissOutcome(entry.Title, DismissResult.Done);
    }

    /// <summary>Lets an entry be recommended again; doing so twice changes nothing.</summary>
    /// <returns>The entry's title; null when the person may not see it any more.</returns>
    public async Task<string?> UndoAsync(string contentItemId, CancellationToken cancellation)
    {
        var title = (await entries.FindAsync(contentItemId, cancellation))?.Title;
        if (await Mine.Where(row => row.ContentItemId == contentItemId).ExecuteDeleteAsync(cancellation) > 0)
        {
            await events.PublishAsync(new DismissalUndone(contentItemId, title ?? "learning that is no longer available"), cancellation);
        }

        return title;
    }

    /// <summary>A page of what has been set aside and is still there, the newest first. A page past the end is the last.</summary>
    public async Task<DismissedPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var ids = await Mine.OrderByDescending(row => row.DismissedUtc).ThenBy(row => row.ContentItemId).Select(row => row.ContentItemId).ToListAsync(cancellation);
        var visible = await search.VisibleAsync(ids, await catalogue.ReaderAsync(), cancellation);
        var shown = ids.FindAll(visible.Contains);
        var pages = Math.Max(1, (shown.Count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        return new DismissedPage(shown.Count, page, pages, await cards.MakeAsync([.. shown.Skip((page - 1) * size).Take(size)], await labels.GetAsync(cancellation), cancellation));
    }

    private IQueryable<Dismissal> Mine => db.Dismissals.AsNoTracking().Where(row => row.PersonId == person.Id);
}

internal enum DismissResult
{
    Done,
    IsMandatory,
    NotFound,
}

/// <summary>What came of setting an entry aside.</summary>
internal sealed record DismissOutcome(string Title, DismissResult Result);

/// <summary>A page of what a person has set aside.</summary>
internal sealed record DismissedPage(int Total, int Page, int Pages, IReadOnlyList<EntryCard> Cards);
