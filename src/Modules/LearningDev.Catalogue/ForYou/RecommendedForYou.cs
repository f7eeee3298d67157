using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Saving;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Items;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.ForYou;

/// <summary>Ranks what all sources suggest to the current person: each entry once, with its reasons, the strongest first (CAT-08).</summary>
internal sealed class RecommendedForYou(
    PortalDb db, IEnumerable<IRecommendationSource> sources, ILearningCompletions completions, SearchService search, CatalogueSearch catalogue,
    EntryCards cards, FacetLabels labels, ContentItems items, CurrentPerson person)
{
    /// <summary>How many of the newest saved entries say what the person likes.</summary>
    private const int SavedLookedAt = 20;

    /// <summary>Everything that is recommended, the strongest reasons first; of equally strong ones those with more reasons, then by title.</summary>
    public async Task<IReadOnlyList<Recommended>> FindAsync(CancellationToken cancellation)
    {
        var reader = await catalogue.ReaderAsync();
        var saved = await db.SavedEntries.AsNoTracking().Where(row => row.PersonId == person.Id)
            .OrderByDescending(row => row.SavedUtc).ThenBy(row => row.ContentItemId).Select(row => row.ContentItemId).ToListAsync(cancellation);
        var dismissed = await db.Dismissals.Where(row => row.PersonId == person.Id).Select(row => row.ContentItemId).ToHashSetAsync(cancellation);
        var finished = (await completions.OfAsync(person.Id!, cancellation)).Keys.ToHashSet();

        var seen = await search.VisibleAsync(saved, reader, cancellation);
        var likes = await items.FindAllAsync([.. saved.Where(seen.Contains).Take(SavedLookedAt)], VersionChoice.Published, cancellation);
        var forReader = new RecommendationReader(person.Id!, person.RoleLevel, reader, likes, new HashSet<string>([.. saved, .. dismissed, .. finished]));
        List<Recommendation> all = [];
        foreach (var source in sources)
        {
            all.AddRange(await source.FindAsync(forReader, cancellation));
        }

        var visible = await search.VisibleAsync(all.Select(one => one.ContentItemId), reader, cancellation);
        var merged = all.Where(one => visible.Contains(one.ContentItemId)).GroupBy(one => one.ContentItemId)
            .Select(reasons => new Recommended(reasons.Key, Reasons(reasons), saved.Contains(reasons.Key)))
            .Where(one => IsWanted(one, dismissed, finished)).ToList();
        var ids = merged.ConvertAll(one => one.ContentItemId);
        var titles = await db.CatalogueEntries.Where(entry => ids.Contains(entry.ContentItemId))
            .Select(entry => new { entry.ContentItemId, entry.Title }).ToDictionaryAsync(entry => entry.ContentItemId, entry => entry.Title, cancellation);
        return [.. merged.Where(one => titles.ContainsKey(one.ContentItemId))
            .OrderByDescending(one => one.Reasons[0].Strength).ThenByDescending(one => one.Reasons.Count)
            .ThenBy(one => titles[one.ContentItemId], StringComparer.CurrentCultureIgnoreCase).ThenBy(one => one.ContentItemId, StringComparer.Ordinal)];
    }

    /// <summary>The cards of some of them, in order.</summary>
    public async Task<IReadOnlyList<RecommendedCard>> CardsAsync(IReadOnlyList<Recommended> some, CancellationToken cancellation)
    {
        var made = (await cards.MakeAsync([.. some.Select(one => one.ContentItemId)], await labels.GetAsync(cancellation), cancellation))
            .ToDictionary(card => card.ContentItemId);
        return [.. some.Where(one => made.ContainsKey(one.ContentItemId)).Select(one => new RecommendedCard(made[one.ContentItemId], one))];
    }

    /// <summary>Each reason once, the strongest first. That it is there for anyone is no reason beside others.</summary>
    private static IReadOnlyList<Recommendation> Reasons(IEnumerable<Recommendation> all)
    {
        var ordered = all.OrderByDescending(one => one.Strength).ThenBy(one => one.Reason, StringComparer.CurrentCulture).DistinctBy(one => one.Reason).ToList();
        return [.. ordered.Where((one, index) => index == 0 || one.Strength > RecommendationStrength.Anyone)];
    }

    private static bool IsWanted(Recommended one, HashSet<string> dismissed, HashSet<string> finished) =>
        !finished.Contains(one.ContentItemId)
        && (one.IsMandatory || (!dismissed.Contains(one.ContentItemId) && (!one.IsSaved || one.IsPersonal)));
}

/// <summary>An entry that is recommended.</summary>
/// <param name="ContentItemId">The id of its content item.</param>
/// <param name="Reasons">Why, the strongest reason first; at least one.</param>
/// <param name="IsSaved">True when the person has saved it.</param>
internal sealed record Recommended(string ContentItemId, IReadOnlyList<Recommendation> Reasons, bool IsSaved)
{
    public bool IsMandatory => Reasons.Any(reason => reason.IsMandatory);

    /// <summary>True when a colleague has recommended it.</summary>
    public bool IsPersonal => Reasons.Any(reason => reason.IsPersonal);

    /// <summary>True when it is here only because it is mandatory: there may be many of those, so they stand apart.</summary>
    public bool IsOnlyMandatory => IsMandatory && !IsPersonal;
}

/// <summary>A recommended entry as a list shows it.</summary>
internal sealed record RecommendedCard(EntryCard Card, Recommended Why);
