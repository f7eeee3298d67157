using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Curation.Links;

/// <summary>Finds links for the editors' pages.</summary>
internal sealed class LinkList(PortalDb db, ContentDefinitions definitions, ItemVisibility visibility, ISettings settings)
{
    private const int MostUses = 200;

    /// <summary>Reads a page of links, those that have failed longest first.</summary>
    public async Task<LinkPage> ReadAsync(LinkShow show, string words, int pageNumber, CancellationToken cancellation)
    {
        var seen = await UsesAsync(cancellation);
        var links = Matching(show, seen);
#pragma warning disable CA1304, CA1311, CA1862 // EF Core turns ToLower into SQL's lower.
        foreach (var word in words.ToLowerInvariant().Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            links = links.Where(link => link.Url.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862

        var count = await links.CountAsync(cancellation);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Clamp(pageNumber, 1, pages);
        var found = await links.OrderBy(link => link.FailingSince == null).ThenBy(link => link.FailingSince).ThenBy(link => link.Url).ThenBy(link => link.Id)
            .Skip((page - 1) * size).Take(size)
            .Select(link => new ListedLink(link, seen.Count(use => use.LinkId == link.Id)))
            .ToListAsync(cancellation);
        return new LinkPage(count, page, pages, found);
    }

    /// <summary>How many links are in a state that needs somebody.</summary>
    public async Task<LinkCounts> CountAsync(CancellationToken cancellation)
    {
        var seen = await UsesAsync(cancellation);
        return new LinkCounts(await Matching(LinkShow.Dead, seen).CountAsync(cancellation), await Matching(LinkShow.Moved, seen).CountAsync(cancellation));
    }

    /// <summary>A link with where it is used; null when there is none.</summary>
    public async Task<FoundLink?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await db.Links.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } link)
        {
            return null;
        }

        var set = await definitions.GetAsync(cancellation);
        var seen = await UsesAsync(cancellation);
        var count = await seen.CountAsync(use => use.LinkId == id, cancellation);
        if (count == 0 && await db.LinkUses.AnyAsync(use => use.LinkId == id, cancellation))
        {
            return null;
        }

        var uses = await (
            from use in seen
            join item in db.Set<ContentItemRow>() on use.ContentItemId equals item.ContentItemId
            where use.LinkId == id && item.Published
            orderby item.DisplayText, item.ContentItemId
            select new { use.ContentItemId, use.Fields, item.DisplayText, item.ContentType }).Take(MostUses).ToListAsync(cancellation);
        return new FoundLink(link, count, [.. uses.Select(use => new ListedUse(use.ContentItemId, use.DisplayText, set.FindType(use.ContentType)?.DisplayName ?? use.ContentType, use.Fields))]);
    }

    // Where a link is used, of the items of which the current person may know.
    private Task<IQueryable<LinkUse>> UsesAsync(CancellationToken cancellation) => visibility.SeenAsync(db.Set<LinkUse>().AsNoTracking(), use => use.ContentItemId, cancellation);

    private IQueryable<LinkRow> Matching(LinkShow show, IQueryable<LinkUse> uses)
    {
        // What nothing leads to any more goes with the next check.
        var links = db.Links.AsNoTracking().Where(link => uses.Any(use => use.LinkId == link.Id));
        return show switch
        {
            LinkShow.Dead => links.Where(link => link.IgnoredUtc == null && link.State == LinkState.Dead),
            LinkShow.Failing => links.Where(link => link.IgnoredUtc == null && link.State == LinkState.Failing),
            LinkShow.Moved => links.Where(link => link.IgnoredUtc == null && link.MovedTo != null),
            LinkShow.Unchecked => links.Where(link => link.IgnoredUtc == null && (link.State == LinkState.Waiting || link.State == LinkState.Refused)),
            LinkShow.Ignored => links.Where(link => link.IgnoredUtc != null),
            _ => links,
        };
    }
}

/// <summary>Which links are listed.</summary>
internal enum LinkShow
{
    Dead,
    Failing,
    Moved,
    Unchecked,
    Ignored,
    All,
}

/// <summary>A page of the list.</summary>
internal sealed record LinkPage(int Count, int Page, int Pages, IReadOnlyList<ListedLink> Links);

/// <summary>A link in the list, and in how many items it is used.</summary>
internal sealed record ListedLink(LinkRow Link, int Uses);

/// <summary>A link with where it is used.</summary>
/// <param name="Link">The link.</param>
/// <param name="Count">In how many items it is used.</param>
/// <param name="Uses">The items, or the first of very many.</param>
internal sealed record FoundLink(LinkRow Link, int Count, IReadOnlyList<ListedUse> Uses);

/// <summary>An item that has a link.</summary>
internal sealed record ListedUse(string ContentItemId, string Title, string Type, string Fields);

/// <summary>How many links need somebody.</summary>
internal sealed record LinkCounts(int Dead, int Moved);

/// <summary>The words and colours of what is known of links.</summary>
internal static class LinkWords
{
    extension(LinkRow link)
    {
        public string Words => link.IgnoredUtc is not null ? "Ignored" : link.State switch
        {
            LinkState.Working when link.MovedTo is not null => "Moved",
            LinkState.Working => "Works",
            LinkState.Failing => "Failing",
            LinkState.Dead => "Dead",
            LinkState.Refused => "Not checked",
            _ => "Waiting for its first check",
        };

        public string Colour => link.IgnoredUtc is not null ? "grey" : link.State switch
        {
            LinkState.Working when link.MovedTo is not null => "blue",
            LinkState.Working => "green",
            LinkState.Failing => "orange",
            LinkState.Dead => "red",
            _ => "grey",
        };
    }
}
