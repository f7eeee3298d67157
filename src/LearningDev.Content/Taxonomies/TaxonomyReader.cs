using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Taxonomies;

/// <summary>Reads taxonomies: content items of the type Taxonomy with their terms inside, as in Orchard Core (CMS-02).</summary>
public sealed class TaxonomyReader(PortalDb db, PortalCache cache)
{
    internal const string CacheKey = "taxonomies";

    /// <summary>The content type of taxonomies.</summary>
    public const string ContentType = "Taxonomy";

    /// <summary>Every published taxonomy.</summary>
    public Task<IReadOnlyList<Taxonomy>> AllAsync(CancellationToken cancellation = default) =>
        cache.GetAsync<IReadOnlyList<Taxonomy>>(db, CacheKey, async () =>
        {
            var rows = await db.Set<ContentItemRow>().AsNoTracking()
                .Where(row => row.ContentType == ContentType && row.Published).ToListAsync(cancellation);
            return [.. rows.Select(row => Taxonomy.Read(row.ToItem()))];
        });

    /// <summary>Finds a taxonomy by its id or alias; null when there is none.</summary>
    public async Task<Taxonomy?> FindAsync(string idOrAlias, CancellationToken cancellation = default) =>
        (await AllAsync(cancellation)).FirstOrDefault(taxonomy => taxonomy.Id == idOrAlias || taxonomy.Alias == idOrAlias);
}

/// <summary>A taxonomy with its terms.</summary>
/// <param name="Id">The id of its content item.</param>
/// <param name="Alias">Its alias, for example "topics".</param>
/// <param name="Name">Its name.</param>
/// <param name="Terms">The terms in order, each before the terms below it.</param>
public sealed record Taxonomy(string Id, string Alias, string Name, IReadOnlyList<Term> Terms)
{
    internal static Taxonomy Read(ContentItem item)
    {
        List<Term> terms = [];
        Collect(item.As<TaxonomyPart>().Terms, depth: 0, terms);
        return new Taxonomy(item.ContentItemId, item.As<AliasPart>().Alias, item.DisplayText, terms);
    }

    private static void Collect(List<TermItem> items, int depth, List<Term> terms)
    {
        foreach (var item in items)
        {
            terms.Add(new Term(item.ContentItemId, item.DisplayText, depth) { IsRetired = item.TermPart.Retired });
            Collect(item.Terms, depth + 1, terms);
        }
    }
}

/// <summary>A term of a taxonomy.</summary>
/// <param name="Id">The term's id.</param>
/// <param name="Name">The term's name.</param>
/// <param name="Depth">How many terms stand above it.</param>
public sealed record Term(string Id, string Name, int Depth)
{
    /// <summary>True for one that editors cannot choose any more; items keep it.</summary>
    public bool IsRetired { get; init; }
}

/// <summary>The part of a taxonomy that holds its terms.</summary>
public sealed class TaxonomyPart
{
    /// <summary>The content type of the terms.</summary>
    public string TermContentType { get; set; } = "";

    /// <summary>The terms.</summary>
    public List<TermItem> Terms { get; set; } = [];
}

/// <summary>A term as the taxonomy's JSON holds it.</summary>
public sealed class TermItem
{
    /// <summary>The term's id.</summary>
    public string ContentItemId { get; set; } = "";

    /// <summary>The term's name.</summary>
    public string DisplayText { get; set; } = "";

    /// <summary>What is said of it as a term.</summary>
    public TermPart TermPart { get; set; } = new();

    /// <summary>The terms below it.</summary>
    public List<TermItem> Terms { get; set; } = [];
}

/// <summary>What is said of a term.</summary>
public sealed class TermPart
{
    /// <summary>Editors cannot choose it any more; this portal's own addition to Orchard Core's part.</summary>
    public bool Retired { get; set; }
}
