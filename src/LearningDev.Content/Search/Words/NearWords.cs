namespace LearningDev.Content.Search.Words;

/// <summary>
/// Finds words that are nearly like another by the runs of three letters they share (Zamora, Pollock and Zamora 1981), and words that begin
/// with another. Words can be added at any time, from any thread.
/// </summary>
internal sealed class NearWords
{
    private const int MostCompared = 300;

    private readonly Lock guard = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly Dictionary<(char, char, char), List<int>> byTrigram = [];
    private readonly SortedSet<string> sorted = new(StringComparer.Ordinal);
    private byte[] shared = [];

    /// <summary>Adds words; those that are there already stay as they are.</summary>
    public void Add(IEnumerable<string> more)
    {
        lock (guard)
        {
            foreach (var word in more)
            {
                if (!known.Add(word))
                {
                    continue;
                }

                foreach (var trigram in Trigrams(word))
                {
                    if (!byTrigram.TryGetValue(trigram, out var list))
                    {
                        byTrigram[trigram] = list = [];
                    }

                    list.Add(words.Count);
                }

                words.Add(word);
                sorted.Add(word);
            }
        }
    }

    /// <summary>The words that share most with one, the most alike first; the one itself is not among them.</summary>
    public List<string> Like(string word)
    {
        lock (guard)
        {
            if (shared.Length < words.Count)
            {
                shared = new byte[words.Count + (words.Count / 4) + 1];
            }

            List<int> touched = [];
            foreach (var trigram in Trigrams(word))
            {
                foreach (var index in byTrigram.GetValueOrDefault(trigram) ?? [])
                {
                    if (shared[index]++ == 0)
                    {
                        touched.Add(index);
                    }
                }
            }

            var near = touched
                .Where(index => Math.Abs(words[index].Length - word.Length) <= 2)
                .GroupBy(index => shared[index]).OrderByDescending(group => group.Key)
                .SelectMany(group => group).Take(MostCompared).Select(index => words[index]).Where(other => other != word).ToList();
            touched.ForEach(index => shared[index] = 0);
            return near;
        }
    }

    /// <summary>The words that begin with a text, in alphabetical order.</summary>
    public List<string> BeginningWith(string beginning, int most)
    {
        lock (guard)
        {
            return [.. sorted.GetViewBetween(beginning, beginning + '\uFFFF').Take(most)];
        }
    }

    // The beginning and the end of a word count as letters, so that they weigh more than its middle.
    private static IEnumerable<(char, char, char)> Trigrams(string word)
    {
        const char edge = ' ';
        var (first, second) = (edge, edge);
        foreach (var letter in word)
        {
            yield return (first, second, letter);
            (first, second) = (second, letter);
        }

        yield return (first, second, edge);
    }
}
