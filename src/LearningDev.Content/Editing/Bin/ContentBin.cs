using System.Text.Json.Serialization;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Bin;

/// <summary>What was removed: listed, brought back, and deleted for good (CMS-01).</summary>
internal sealed class ContentBin(
    PortalDb db, ContentItems items, ContentDefinitions definitions, ContentUses uses, AuthorNames authors, PrivateTypes privates, ItemVisibility visibility, ISettings settings, IEvents events)
{
    /// <summary>What a version that came back says of itself.</summary>
    public const string NoteOfReturn = "Brought back from the bin";

    // U+0000 stands in no title, and PostgreSQL does not take it.
    private static readonly char[] Between = [' ', '\0'];

    private DbSet<BinnedItem> Rows => db.Set<BinnedItem>();

    private Task<IQueryable<BinnedItem>> ListedAsync(CancellationToken cancellation) =>
        visibility.SeenAsync(Rows.AsNoTracking().Where(row => !EF.Parameter(privates.Names).Contains(row.ContentType)), row => row.ContentItemId, cancellation);

    /// <summary>Finds what is in the bin, the last removed first, a page at a time.</summary>
    /// <param name="words">Words that the title must have.</param>
    /// <param name="type">The name of a type; empty for all.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<BinPage> ListAsync(string words, string type, int page, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var rows = Matching(await ListedAsync(cancellation), words, type);
        var count = await rows.CountAsync(cancellation);
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var pages = Math.Max(1, (count + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var found = await rows.OrderByDescending(row => row.RemovedUtc).ThenBy(row => row.ContentItemId)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var names = await authors.FindAsync(found.Select(row => row.RemovedBy), cancellation);
        return new BinPage(count, page, pages,
        [
            .. found.Select(row => new BinEntry(
                row.ContentItemId, ItemNames.Of(row.DisplayText), set.FindType(row.ContentType)?.DisplayName ?? row.ContentType, row.WasPublished,
                row.RemovedUtc, names[row.RemovedBy])),
        ]);
    }

    /// <summary>The types of what is in the bin, by name.</summary>
    public async Task<IReadOnlyList<(string Name, string DisplayName)>> TypesAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        return [.. (await (await ListedAsync(cancellation)).Select(row => row.ContentType).Distinct().ToListAsync(cancellation))
            .Select(name => (name, set.FindType(name)?.DisplayName ?? name)).OrderBy(type => type.Item2, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>An item in the bin; null when it is not there.</summary>
    public async Task<BinnedItem?> FindAsync(string contentItemId, CancellationToken cancellation) =>
        await (await ListedAsync(cancellation)).SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellation);

    /// <summary>How many items refer to one in the bin.</summary>
    public Task<int> CountUsesAsync(string contentItemId, CancellationToken cancellation) => uses.CountAsync(contentItemId, except: contentItemId, cancellation);

    /// <summary>Makes the last version of an item its draft again.</summary>
    /// <returns>The draft; null when the item is not in the bin.</returns>
    /// <exception cref="ContentInvalidException">The version does not fit any more: its address has been taken, for example.</exception>
    public async Task<ContentItem?> BringBackAsync(string contentItemId, CancellationToken cancellation)
    {
        await items.LockAsync(contentItemId, cancellation);
        return await FindAsync(contentItemId, cancellation) is { } binned ? await items.RestoreAsync(binned.VersionId, NoteOfReturn, cancellation) : null;
    }

    /// <summary>Deletes an item of the bin with all its versions, for good.</summary>
    /// <param name="binned">The item.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when somebody else was quicker.</returns>
    public async Task<bool> DeleteAsync(BinnedItem binned, string reason, CancellationToken cancellation)
    {
        await items.LockAsync(binned.ContentItemId, cancellation);
        if (await Rows.Where(row => row.ContentItemId == binned.ContentItemId && row.RemovedUtc == binned.RemovedUtc).ExecuteDeleteAsync(cancellation) == 0)
        {
            return false;
        }

        var versions = await db.Set<ContentItemRow>().Where(row => row.ContentItemId == binned.ContentItemId).ExecuteDeleteAsync(cancellation);
        await db.Set<ReaderRow>().Where(row => row.ContentItemId == binned.ContentItemId).ExecuteDeleteAsync(cancellation);
        await events.PublishAsync(new ContentDeleted(binned.ContentType, binned.ContentItemId, binned.DisplayText, versions) { Reason = reason }, cancellation);
        return true;
    }

    /// <summary>Those of the bin that were removed before a moment, a few at a time.</summary>
    public async Task<IReadOnlyList<BinnedItem>> RemovedBeforeAsync(DateTime momentUtc, int count, CancellationToken cancellation) =>
        await Rows.AsNoTracking().Where(row => row.RemovedUtc < momentUtc).OrderBy(row => row.RemovedUtc).Take(count).ToListAsync(cancellation);

    private static IQueryable<BinnedItem> Matching(IQueryable<BinnedItem> rows, string words, string type)
    {
        if (type.Length > 0)
        {
            rows = rows.Where(row => row.ContentType == type);
        }

        // EF Core turns ToLower into SQL's lower; the forms with a culture are not for it.
#pragma warning disable CA1304, CA1311, CA1862
        foreach (var word in words.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            rows = rows.Where(row => row.DisplayText.ToLower().Contains(word));
        }
#pragma warning restore CA1304, CA1311, CA1862

        return rows;
    }
}

/// <summary>A page of the bin.</summary>
internal sealed record BinPage(int Count, int Page, int Pages, IReadOnlyList<BinEntry> Entries);

/// <summary>An item in the bin as the list shows it.</summary>
internal sealed record BinEntry(string Id, string Title, string Type, bool WasPublished, DateTime RemovedUtc, string RemovedBy);

/// <summary>An item was deleted from the bin with all its versions. Nothing of it is left but the audit.</summary>
/// <param name="ContentType">The item's type.</param>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Versions">How many versions it had.</param>
public sealed record ContentDeleted(string ContentType, string ContentItemId, string Name, int Versions) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new(ContentType, ContentItemId, Name);

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => $"Deleted {Name} for good, with {Versions} {(Versions == 1 ? "version" : "versions")}";

    /// <inheritdoc />
    [JsonIgnore]
    public string Reason { get; init; } = "";
}
