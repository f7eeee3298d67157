using System.Linq.Expressions;
using System.Security.Claims;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items.Readers;

/// <summary>
/// Says which items the current person may know of: those without readers, those of which one of the person's roles or groups is a reader, and all for whoever has
/// the permission ViewRestrictedContent. Pages, lists, files, searches and the editors' desk ask here, and nowhere else.
/// </summary>
public sealed class ItemVisibility
{
    private readonly PortalDb db;
    private readonly RolePermissions permissions;
    private readonly CurrentPerson person;
    private readonly IEnumerable<IReaderGroups> groups;
    private readonly Dictionary<string, IItemReaders> ofTypes;
    private (ClaimsPrincipal Principal, SearchReader Reader)? known;

    internal ItemVisibility(PortalDb db, RolePermissions permissions, CurrentPerson person, IEnumerable<IReaderGroups> groups, IEnumerable<IItemReaders> ofTypes)
    {
        this.db = db;
        this.permissions = permissions;
        this.person = person;
        this.groups = groups;
        this.ofTypes = ofTypes.ToDictionary(readers => readers.ContentType, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The types whose readers follow from their fields.</summary>
    internal IReadOnlyCollection<string> Types => ofTypes.Keys;

    /// <summary>The roles and groups that read a version of an item; empty for everyone who is signed in.</summary>
    public IReadOnlyList<string> ReadersOf(ContentItem item) =>
        ofTypes.TryGetValue(item.ContentType, out var readers) ? readers.Of(item) : item.As<VisibilityPart>().Roles.Values;

    /// <summary>The current person as a reader. It is found out once for a request.</summary>
    /// <param name="cancellation">Stops it.</param>
    public async Task<SearchReader> ReaderAsync(CancellationToken cancellation = default)
    {
        var principal = person.Principal;
        if (known is { } before && ReferenceEquals(before.Principal, principal))
        {
            return before.Reader;
        }

        List<string> keys = [.. person.Roles];
        foreach (var some in groups)
        {
            keys.AddRange(await some.OfCurrentPersonAsync(cancellation));
        }

        var reader = new SearchReader(keys, await permissions.MayAsync(principal, ContentModule.ViewRestrictedContent.Name));
        known = (principal, reader);
        return reader;
    }

    /// <summary>True when the current person may know of a version of an item.</summary>
    /// <param name="item">The version.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool> MaySeeAsync(ContentItem item, CancellationToken cancellation = default) =>
        ReadersOf(item) is { Count: > 0 } readers ? (await ReaderAsync(cancellation)).Sees(readers) : true;

    /// <summary>True when one of the current person's roles or groups is a reader of an item, or nobody is: the item is meant for them, whatever else they may look at.</summary>
    /// <param name="item">The version.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool> IsForAsync(ContentItem item, CancellationToken cancellation = default) =>
        ReadersOf(item) is { Count: > 0 } readers ? (await ReaderAsync(cancellation)).IsAmong(readers) : true;

    /// <summary>Those of some rows that are about items of which the current person may know the latest version and the published one. What is in the bin counts by its last version.</summary>
    /// <typeparam name="T">What the rows are.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="contentItemId">The id of the item that a row is about.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<IQueryable<T>> SeenAsync<T>(IQueryable<T> rows, Expression<Func<T, string>> contentItemId, CancellationToken cancellation)
    {
        if (await HiddenAsync(cancellation) is not { } hidden)
        {
            return rows;
        }

        var isHidden = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(string)], hidden.Expression, contentItemId.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Not(isHidden), contentItemId.Parameters));
    }

    /// <summary>True when the current person may not know of an item, by its id.</summary>
    internal async Task<bool> IsHiddenAsync(string contentItemId, CancellationToken cancellation) =>
        await HiddenAsync(cancellation) is { } hidden && await hidden.AnyAsync(id => id == contentItemId, cancellation);

    /// <summary>The ids of the items of which the current person may not know; null for whoever sees everything.</summary>
    internal async Task<IQueryable<string>?> HiddenAsync(CancellationToken cancellation)
    {
        var reader = await ReaderAsync(cancellation);
        if (reader.SeesEverything)
        {
            return null;
        }

        string[] mine = [.. reader.Roles];
        // Not AsNoTracking, which would hold of every query that this becomes a part of; ids are followed by nobody.
        var all = db.Set<ReaderRow>();
        return all.Where(row =>
            (row.IsLatest && !all.Any(own => own.ContentItemId == row.ContentItemId && own.IsLatest && mine.Contains(own.Reader)))
            || (row.IsPublished && !all.Any(own => own.ContentItemId == row.ContentItemId && own.IsPublished && mine.Contains(own.Reader))))
            .Select(row => row.ContentItemId);
    }
}
