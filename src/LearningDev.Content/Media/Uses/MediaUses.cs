using LearningDev.Content.Items;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Uses;

/// <summary>Says where a file is used, and with it who may see it.</summary>
internal sealed class MediaUses(PortalDb db, RolePermissions permissions, CurrentPerson person)
{
    /// <summary>How many items a file's page lists.</summary>
    public const int MostListed = 50;

    /// <summary>How many items show a file or link to it.</summary>
    public Task<int> CountAsync(MediaFile file, CancellationToken cancellation) =>
        Of(file).Select(use => use.ContentItemId).Distinct().CountAsync(cancellation);

    /// <summary>The items that show a file or link to it, by title; <see cref="MostListed"/> at most.</summary>
    public async Task<IReadOnlyList<UsingItem>> ListAsync(MediaFile file, CancellationToken cancellation) =>
        await Of(file)
            .Join(db.Set<ContentItemRow>().Where(row => row.Latest), use => use.ContentItemId, row => row.ContentItemId, (use, row) => new { use, row })
            .OrderBy(pair => pair.row.DisplayText).ThenBy(pair => pair.row.ContentItemId)
            .Select(pair => new UsingItem(pair.row.ContentItemId, pair.row.DisplayText, pair.row.ContentType, pair.use.IsPublished))
            .Take(MostListed).ToListAsync(cancellation);

    /// <summary>
    /// True when the person may have a file: when something published shows it that the person may see, when nothing at all shows it, or when the person looks after
    /// content. What only drafts show is for those.
    /// </summary>
    public async Task<bool> MaySeeAsync(MediaFile file, CancellationToken cancellation)
    {
        if (await permissions.MayAsync(person.Principal, ContentModule.ViewMedia.Name) || await permissions.MayAsync(person.Principal, ContentModule.ViewRestrictedContent.Name))
        {
            return true;
        }

        var roles = person.Roles;
        var restricted = db.Set<SearchDocumentRow>().Where(document => document.Facets.Any(facet => facet.Facet == SearchIndex.RoleFacet));
        var mine = db.Set<SearchDocumentRow>().Where(document => document.Facets.Any(facet => facet.Facet == SearchIndex.RoleFacet && roles.Contains(facet.Value)));
        var uses = Of(file);
        return await uses.AnyAsync(
                use => use.IsPublished
                    && (!restricted.Any(document => document.ContentItemId == use.ContentItemId) || mine.Any(document => document.ContentItemId == use.ContentItemId)),
                cancellation)
            || !await uses.AnyAsync(cancellation);
    }

    private IQueryable<MediaUse> Of(MediaFile file) => db.Set<MediaUse>().AsNoTracking().Where(use =>
        use.Path == file.Path || db.Set<MediaAlias>().Any(alias => alias.FileId == file.Id && alias.Path == use.Path));
}

/// <summary>An item that shows a file or links to it.</summary>
internal sealed record UsingItem(string Id, string Title, string ContentType, bool IsPublished);
