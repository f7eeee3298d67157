using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Recommending;

/// <summary>What the current person has recommended to others, and taking it back. It never says what came of it.</summary>
internal sealed class SentRecommendationList(
    PortalDb db, Colleagues colleagues, SearchService search, CatalogueSearch catalogue, IEvents events, ISettings settings, CurrentPerson person)
{
    /// <summary>A page of the list, the newest first. A page past the end is the last.</summary>
    public async Task<SentPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var total = await Mine.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await Mine.OrderByDescending(row => row.SentUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var names = await colleagues.NamesAsync([.. rows.Select(row => row.RecipientId).Distinct()], cancellation);
        var visible = await search.VisibleAsync(rows.Select(row => row.ContentItemId), await catalogue.ReaderAsync(), cancellation);
        var entries = await db.CatalogueEntries.AsNoTracking().Where(entry => visible.Contains(entry.ContentItemId))
            .Select(entry => new { entry.ContentItemId, entry.Title, entry.Slug }).ToDictionaryAsync(entry => entry.ContentItemId, cancellation);
        return new SentPage(total, page, pages, rows.ConvertAll(row => new SentLine(
            row.Id, entries.GetValueOrDefault(row.ContentItemId)?.Title, entries.GetValueOrDefault(row.ContentItemId)?.Slug,
            names.GetValueOrDefault(row.RecipientId) ?? "Somebody who has left", row.Note, row.SentUtc)));
    }

    /// <summary>Takes a recommendation back; doing so twice changes nothing.</summary>
    public async Task WithdrawAsync(string id, CancellationToken cancellation)
    {
        if (await Mine.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellation) is not { } row
            || await Mine.Where(candidate => candidate.Id == id).ExecuteDeleteAsync(cancellation) == 0)
        {
            return;
        }

        var title = await db.CatalogueEntries.Where(entry => entry.ContentItemId == row.ContentItemId).Select(entry => entry.Title).SingleOrDefaultAsync(cancellation);
        await events.PublishAsync(new RecommendationWithdrawn(row.ContentItemId, title ?? "learning that is no longer available", row.RecipientId), cancellation);
    }

    private IQueryable<SentRecommendation> Mine => db.SentRecommendations.AsNoTracking().Where(row => row.SenderId == person.Id);
}

/// <summary>A page of what a person has recommended.</summary>
internal sealed record SentPage(int Total, int Page, int Pages, IReadOnlyList<SentLine> Lines);

/// <summary>A recommendation as its sender sees it.</summary>
/// <param name="Id">The recommendation's id.</param>
/// <param name="Title">The entry's title; null when it is no longer there or no longer for this person.</param>
/// <param name="Slug">The last part of the entry's address; null as the title.</param>
/// <param name="Recipient">The recipient's name.</param>
/// <param name="Note">What was written to go with it.</param>
/// <param name="SentUtc">When it was sent, the last time.</param>
internal sealed record SentLine(string Id, string? Title, string? Slug, string Recipient, string Note, DateTime SentUtc);
