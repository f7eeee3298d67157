using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Saving;

/// <summary>What the current person has saved for later (CAT-08).</summary>
internal sealed class SavedLearning(
    PortalDb db, VisibleEntries entries, EntryCards cards, FacetLabels labels, SearchService search, CatalogueSearch catalogue,
    IEvents events, ISettings settings, CurrentPerson person, TimeProvider time)
{
    /// <summary>What an entry is called that the person may not see any more.</summary>
    public const string Unavailable = "Learning that is no longer available";

    public Task<bool> IsSavedAsync(string contentItemId, CancellationToken cancellation) =>
        Mine.AnyAsync(row => row.ContentItemId == contentItemId, cancellation);

    /// <summary>Saves an entry; doing so twice changes nothing.</summary>
    /// <returns>The entry's title; null when there is no such entry for the person.</returns>
    public async Task<string?> AddAsync(string contentItemId, CancellationToken cancellation)
    {
        if (await entries.FindAsync(contentItemId, cancellation) is not { } entry)
        {
            return null;
        }

        if (await IsSavedAsync(contentItemId, cancellation))
        {
            return entry.Title;
        }

        var row = db.Add(new SavedEntry { PersonId = person.Id!, ContentItemId = contentItemId, SavedUtc = time.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault))
        {
            // A second click at the same moment was quicker.
            row.State = EntityState.Detached;
            return entry.Title;
        }

        await events.PublishAsync(new LearningSaved(contentItemId, entry.Title), cancellation);
        return entry.Title;
    }

    /// <summary>Takes an entry off the list; doing so twice changes nothing.</summary>
    /// <returns>The entry's title; null when the person may not see it.</returns>
    public async Task<string?> RemoveAsync(string contentItemId, CancellationToken cancellation)
    {
        var title = (await entries.FindAsync(contentItemId, cancellation))?.Title;
        if (await Mine.Where(row => row.ContentItemId == contentItemId).ExecuteDeleteAsync(cancellation) > 0)
        {
            await events.PublishAsync(new SavedLearningRemoved(contentItemId, title ?? Unavailable), cancellation);
        }

        return title;
    }

    /// <summary>A page of the list, the newest first. A page past the end is the last.</summary>
    public async Task<SavedPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var total = await Mine.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await Mine.OrderByDescending(row => row.SavedUtc).ThenBy(row => row.ContentItemId)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var ids = rows.ConvertAll(row => row.ContentItemId);
        var visible = await search.VisibleAsync(ids, await catalogue.ReaderAsync(), cancellation);
        var shown = (await cards.MakeAsync(visible.ToList(), await labels.GetAsync(cancellation), cancellation)).ToDictionary(card => card.ContentItemId);
        return new SavedPage(total, page, pages, rows.ConvertAll(row => new SavedLine(row.ContentItemId, row.SavedUtc, shown.GetValueOrDefault(row.ContentItemId))));
    }

    private IQueryable<SavedEntry> Mine => db.SavedEntries.AsNoTracking().Where(row => row.PersonId == person.Id);
}

/// <summary>A page of what a person has saved.</summary>
internal sealed record SavedPage(int Total, int Page, int Pages, IReadOnlyList<SavedLine> Lines);

/// <summary>Something that a person has saved.</summary>
/// <param name="ContentItemId">The id of the content item.</param>
/// <param name="SavedUtc">When it was saved.</param>
/// <param name="Card">The entry; null when it is no longer there or no longer for this person.</param>
internal sealed record SavedLine(string ContentItemId, DateTime SavedUtc, EntryCard? Card);
