using LearningDev.Catalogue.Entries;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Providers;

/// <summary>Finds providers by words and by whether the council recognises them (CAT-10).</summary>
internal sealed class ProviderDirectory(PortalDb db, ISettings settings)
{
    /// <summary>Reads a page of the directory, by name.</summary>
    public async Task<ProviderPage> ReadAsync(ProviderFilter filter, CancellationToken cancellation)
    {
        var providers = db.Providers.AsNoTracking();
        providers = filter.Recognised is { } recognised ? providers.Where(row => row.IsRecognised == recognised) : providers;
        providers = filter.Relation.Length > 0 ? providers.Where(row => row.Relation == filter.Relation) : providers;
        providers = filter.IsInclusive ? providers.Where(row => row.HasInclusiveTools) : providers;
#pragma warning disable CA1304, CA1311, CA1862 // EF Core turns ToLower into SQL's lower.
        foreach (var word in filter.Words.ToLowerInvariant().Split([' ', '\0'], StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            providers = providers.Where(row => row.Name.ToLower().Contains(word) || row.About.ToLower().Contains(word));
        }

        var count = await providers.CountAsync(cancellation);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var pages = Math.Max(1, (count + size - 1) / size);
        var page = Math.Clamp(filter.Page, 1, pages);
        var found = await providers.OrderBy(row => row.Name.ToLower()).ThenBy(row => row.ContentItemId).Skip((page - 1) * size).Take(size)
            .Select(row => new ListedProvider(row, db.Set<CatalogueEntry>().Count(entry => entry.ProviderId == row.ContentItemId && !entry.IsRestricted)))
            .ToListAsync(cancellation);
#pragma warning restore CA1304, CA1311, CA1862
        return new ProviderPage(count, page, pages, found);
    }
}

/// <summary>What the directory is asked for.</summary>
/// <param name="Words">Words of the name or of what is said about it.</param>
/// <param name="Recognised">Whether the council recognises it; null for both.</param>
/// <param name="Relation">How it stands to the council; empty for all.</param>
/// <param name="IsInclusive">Only those who say how they use an inclusive range of development tools.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record ProviderFilter(string Words, bool? Recognised, string Relation, bool IsInclusive, int Page)
{
    public bool IsFiltered => Words.Length > 0 || Recognised is not null || Relation.Length > 0 || IsInclusive;
}

/// <summary>A page of the directory.</summary>
internal sealed record ProviderPage(int Count, int Page, int Pages, IReadOnlyList<ListedProvider> Providers);

/// <summary>A provider in the directory, and how many entries it has that everybody may see.</summary>
internal sealed record ListedProvider(ProviderEntry Provider, int Entries);
