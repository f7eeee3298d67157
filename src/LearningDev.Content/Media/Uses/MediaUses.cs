using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Uses;

/// <summary>Says where a file is used, and with it who may see it.</summary>
internal sealed class MediaUses(PortalDb db, ItemVisibility visibility, RolePermissions permissions, CurrentPerson person)
{
    /// <summary>How many items a file's page lists.</summary>
    public const int MostListed = 50;

    /// <summary>How many items show a file or link to it.</summary>
    public Task<int> CountAsync(MediaFile file, CancellationToken cancellation) =>
        Of(file).Where(use => use.IsLatest || use.IsPublished).Select(use => use.ContentItemId).Distinct().CountAsync(cancellation);

    /// <summary>The items that show a file or link to it and of which the person may know, by title; <see cref="MostListed"/> at most.</summary>
    public async Task<IReadOnlyList<UsingItem>> ListAsync(MediaFile file, CancellationToken cancellation) =>
        await (await visibility.SeenAsync(Of(file).Where(use => use.IsLatest || use.IsPublished), use => use.ContentItemId, cancellation))
            .Join(db.Set<ContentItemRow>().Where(row => row.Latest), use => use.ContentItemId, row => row.ContentItemId, (use, row) => new { use, row })
            .OrderBy(pair => pair.row.DisplayText).ThenBy(pair => pair.row.ContentItemId)
            .Select(pair => new UsingItem(pair.row.ContentItemId, pair.row.DisplayText, pair.row.ContentType, pair.use.IsPublished))
            .Take(MostListed).ToListAsync(cancellation);

    /// <summary>
    /// True when the person may have a file: when something published shows it that the person may see, when nothing at all shows it or has done so for some readers
    /// only, or when the person looks after content. What only drafts show is for those.
    /// </summary>
    public async Task<bool> MaySeeAsync(MediaFile file, CancellationToken cancellation)
    {
        if (await visibility.HiddenAsync(cancellation) is not { } hidden)
        {
            return true;
        }

        var uses = Of(file);
        if (await permissions.MayAsync(person.Principal, ContentModule.ViewMedia.Name))
        {
            return await uses.AnyAsync(use => !hidden.Contains(use.ContentItemId), cancellation) || !await uses.AnyAsync(cancellation);
        }

        string[] mine = [.. (await visibility.ReaderAsync(cancellation)).Roles];
        var readers = db.Set<ReaderRow>().Where(row => row.IsPublished);
        return await uses.AnyAsync(
                use => use.IsPublished
                    && (!readers.Any(row => row.ContentItemId == use.ContentItemId) || readers.Any(row => row.ContentItemId == use.ContentItemId && mine.Contains(row.Reader))),
                cancellation)
            || !await uses.AnyAsync(cancellation);
    }

    /// <summary>Those of some files that editors may find: all but those that show only in items of which the person may not know.</summary>
    public async Task<IQueryable<MediaFile>> SeenAsync(IQueryable<MediaFile> files, CancellationToken cancellation)
    {
        if (await visibility.HiddenAsync(cancellation) is not { } hidden)
        {
            return files;
        }

        var uses = db.Set<MediaUse>();
        var aliases = db.Set<MediaAlias>();
        return files.Where(file =>
            !uses.Any(use => hidden.Contains(use.ContentItemId) && (use.Path == file.Path || aliases.Any(alias => alias.FileId == file.Id && alias.Path == use.Path)))
            || uses.Any(use => !hidden.Contains(use.ContentItemId) && (use.Path == file.Path || aliases.Any(alias => alias.FileId == file.Id && alias.Path == use.Path))));
    }

    private IQueryable<MediaUse> Of(MediaFile file) => db.Set<MediaUse>().AsNoTracking().Where(use =>
        use.Path == file.Path || db.Set<MediaAlias>().Any(alias => alias.FileId == file.Id && alias.Path == use.Path));
}

/// <summary>An item that shows a file or links to it.</summary>
internal sealed record UsingItem(string Id, string Title, string ContentType, bool IsPublished);
