namespace LearningDev.Content.Search.Words;

/// <summary>Mends the spelling of words that no document has, by words that documents have (CAT-04).</summary>
internal static class Spelling
{
    private const int ShortestMended = 4;
    private const int ShortestHalf = 3;
    private const int DocumentsThatSay = 1000;

    /// <summary>
    /// The word that was probably meant, out of what the reader may see: the nearest in letters, one that begins alike before others, one
    /// that many documents have before a rare one. Two words when the space between them is missing; null when nothing is near.
    /// </summary>
    public static string? Mend(string word, Vocabulary vocabulary, SearchReader reader) =>
        word.Length < ShortestMended || word.Any(char.IsDigit) ? null : Nearest(word, vocabulary, reader) ?? Divided(word, vocabulary, reader);

    private static string? Nearest(string word, Vocabulary vocabulary, SearchReader reader)
    {
        var allowed = word.Length < 6 ? 1 : 2;
        return vocabulary.Near.Like(word)
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate, allowed)))
            .Where(candidate => candidate.Distance <= allowed)
            .Select(candidate => (candidate.Word, candidate.Distance, Documents: vocabulary.CountOf(candidate.Word, reader)))
            .Where(candidate => candidate.Documents > 0)
            .OrderBy(candidate => candidate.Distance + (candidate.Word[0] == word[0] ? 0 : 0.5)
                - (0.5 * Math.Log(Math.Min(candidate.Documents, DocumentsThatSay)) / Math.Log(DocumentsThatSay)))
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    private static string? Divided(string word, Vocabulary vocabulary, SearchReader reader) =>
        Enumerable.Range(ShortestHalf, Math.Max(0, word.Length - (2 * ShortestHalf) + 1))
            .Select(at => (First: word[..at], Second: word[at..]))
            .Select(halves => (halves.First, halves.Second, Documents: Math.Min(vocabulary.CountOf(halves.First, reader), vocabulary.CountOf(halves.Second, reader))))
            .Where(halves => halves.Documents > 0)
            .OrderByDescending(halves => halves.Documents)
            .Select(halves => $"{halves.First} {halves.Second}")
            .FirstOrDefault();

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
