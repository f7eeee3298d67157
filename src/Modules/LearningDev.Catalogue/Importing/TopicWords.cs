using LearningDev.Content.Taxonomies;

namespace LearningDev.Catalogue.Importing;

/// <summary>Finds topics by the words of a title or subject, for rows that name no topic of this portal.</summary>
internal sealed class TopicWords
{
    private const int Most = 2;
    private readonly List<(string Term, string Phrase)> phrases;

    /// <summary>Takes the words by topic; topics that the taxonomy does not have are left out.</summary>
    public TopicWords(IReadOnlyDictionary<string, string> words, IEnumerable<Term> terms)
    {
        var known = terms.Select(term => term.Id).ToHashSet();
        phrases =
        [
            .. words.Where(pair => known.Contains(pair.Key))
                .SelectMany(pair => pair.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(phrase => (pair.Key, $" {phrase.ToLowerInvariant()} "))),
        ];
    }

    /// <summary>The topics whose words stand in the first of the texts that has any; a longer match counts for more.</summary>
    public IReadOnlyList<string> Find(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var padded = Padded(text);
            var found = phrases.Where(phrase => padded.Contains(phrase.Phrase, StringComparison.Ordinal))
                .GroupBy(phrase => phrase.Term, phrase => phrase.Phrase.Length)
                .OrderByDescending(group => group.Sum()).Select(group => group.Key).Take(Most).ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private static string Padded(string text) => string.Create(text.Length + 2, text, static (span, source) =>
    {
        span.Fill(' ');
        for (var index = 0; index < source.Length; index++)
        {
            var character = source[index];
            span[index + 1] = char.IsLetterOrDigit(character) || character is '+' or '#' or '&' or '-' ? char.ToLowerInvariant(character) : ' ';
        }
    });
}
