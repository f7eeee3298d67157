namespace LearningDev.Tests.Architecture;

/// <summary>Finds rings in a graph of references.</summary>
internal static class Cycles
{
    /// <summary>Each ring once, written from where it was first entered.</summary>
    public static IReadOnlyList<string> Find(IReadOnlyDictionary<string, IReadOnlyList<string>> references)
    {
        var found = new List<string>();
        var done = new HashSet<string>();
        foreach (var start in references.Keys.Order(StringComparer.Ordinal))
        {
            Walk(start, []);
        }

        return found;

        void Walk(string place, List<string> way)
        {
            if (way.IndexOf(place) is >= 0 and var entered)
            {
                found.Add(string.Join(" → ", [.. way[entered..], place]));
                return;
            }

            if (!done.Contains(place))
            {
                way.Add(place);
                foreach (var next in references.GetValueOrDefault(place) ?? [])
                {
                    Walk(next, way);
                }

                way.RemoveAt(way.Count - 1);
                done.Add(place);
            }
        }
    }
}
