using LearningDev.Content.Search.Index;

namespace LearningDev.Content.Search.Matching;

/// <summary>What the chosen facet values leave of the matches, and how many matches each value has. Choices within a facet do not narrow that facet's counts.</summary>
/// <param name="Found">The matches that meet every filter.</param>
/// <param name="Counts">For each facet the values with their counts.</param>
internal sealed record FacetSelection(
    List<RankedDocument> Found, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts)
{
    /// <summary>Applies filters to matches and counts, in one pass.</summary>
    public static FacetSelection Make(
        List<RankedDocument> matches, IReadOnlyDictionary<string, IReadOnlySet<string>> filters, FacetCodes codes)
    {
        var values = codes.Values;
        var facets = filters.Keys.Take(MostFilters).ToArray();
        var chosenIn = new ulong[values.Count];
        var ofFacet = new ulong[values.Count];
        for (var code = 0; code < values.Count; code++)
        {
            var facet = Array.IndexOf(facets, values[code].Facet);
            if (facet >= 0)
            {
                ofFacet[code] = 1UL << facet;
                chosenIn[code] = filters[facets[facet]].Contains(values[code].Value) ? ofFacet[code] : 0;
            }
        }

        var all = facets.Length == MostFilters ? ulong.MaxValue : (1UL << facets.Length) - 1;
        var counts = new int[values.Count];
        List<RankedDocument> found = [];
        foreach (var match in matches)
        {
            var met = 0UL;
            foreach (var code in match.Document.Values)
            {
                met |= chosenIn[code];
            }

            var unmet = all & ~met;
            if (unmet == 0)
            {
                found.Add(match);
                foreach (var code in match.Document.Values)
                {
                    counts[code]++;
                }
            }
            else if ((unmet & (unmet - 1)) == 0)
            {
                // Just one facet is not met: it counts what another choice in it would show.
                foreach (var code in match.Document.Values)
                {
                    counts[code] += ofFacet[code] == unmet ? 1 : 0;
                }
            }
        }

        return new FacetSelection(found, ByFacet(values, counts));
    }

    private const int MostFilters = 64;

    private static Dictionary<string, IReadOnlyDictionary<string, int>> ByFacet(IReadOnlyList<(string Facet, string Value)> values, int[] counts)
    {
        Dictionary<string, IReadOnlyDictionary<string, int>> byFacet = [];
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                var (facet, value) = values[code];
                if (!byFacet.TryGetValue(facet, out var own))
                {
                    byFacet[facet] = own = new Dictionary<string, int>();
                }

                ((Dictionary<string, int>)own)[value] = counts[code];
            }
        }

        return byFacet;
    }
}
