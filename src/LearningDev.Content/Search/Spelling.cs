namespace LearningDev.Content.Search;

/// <summary>Mends the spelling of words that no document has, by the nearest word that documents have.</summary>
internal static class Spelling
{
    /// <summary>The text with unknown words mended; null when every word is known or none can be mended.</summary>
    public static string? Mend(string text, IReadOnlyList<string> words, IReadOnlyDictionary<string, int> known)
    {
        var mended = words.Select(word => IsKnown(word, known) ? word : Nearest(word, known) ?? word).ToList();
        return mended.SequenceEqual(words) || text.Length > SearchQuery.MaximumTextLength ? null : string.Join(' ', mended);
    }

    private static bool IsKnown(string word, IReadOnlyDictionary<string, int> known) =>
        word.Length < 4 || char.IsDigit(word[0]) || known.ContainsKey(word)
        || known.Keys.Any(candidate => candidate.StartsWith(word, StringComparison.Ordinal));

    private static string? Nearest(string word, IReadOnlyDictionary<string, int> known)
    {
        var allowed = word.Length < 6 ? 1 : 2;
        return known
            .Where(candidate => Math.Abs(candidate.Key.Length - word.Length) <= allowed)
            .Select(candidate => (Word: candidate.Key, candidate.Value, Distance: Distance(word, candidate.Key, allowed)))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance).ThenByDescending(candidate => candidate.Value).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>The optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps of neighbours.</summary>
    internal static int Distance(string left, string right, int limit)
    {
        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            var smallest = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[line - 1] == right[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + cost);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    row[column] = Math.Min(row[column], beforeLast[column - 2] + 1);
                }

                smallest = Math.Min(smallest, row[column]);
            }

            if (smallest > limit)
            {
                return limit + 1;
            }

            last.CopyTo(beforeLast);
            row.CopyTo(last);
        }

        return last[right.Length];
    }
}
