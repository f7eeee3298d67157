namespace LearningDev.Content.Recipes;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class NearestName
{
    private const int LongestName = 60;

    /// <summary>The known name with the fewest differences (Levenshtein), if they are few for its length; null otherwise.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        var best = known.Where(candidate => candidate.Length <= LongestName)
            .Select(candidate => (Name: candidate, Edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Edits).ThenBy(candidate => candidate.Name, StringComparer.Ordinal).FirstOrDefault();
        return best.Name is not null && best.Edits <= Math.Max(1, name.Length / 3) ? best.Name : null;
    }

    private static int Edits(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var current = new int[other.Length + 1];
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                current[column] = Math.Min(
                    Math.Min(current[column - 1], above[column]) + 1,
                    above[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));
            }

            above = current;
        }

        return above[^1];
    }
}
