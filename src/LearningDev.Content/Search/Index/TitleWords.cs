using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search.Index;

/// <summary>The words of titles in alphabetical order, for finding titles by the beginnings of their words.</summary>
internal sealed class TitleWords
{
    private const int LongestRun = 5000;

    private readonly (string Word, int Place, SnapshotDocument Document)[] words;

    public TitleWords(IEnumerable<SnapshotDocument> documents)
    {
        words = [.. documents.SelectMany(document => SearchWords.Of(document.Title).Select((word, place) => (word, place, document)))];
        Array.Sort(words, static (left, right) => string.CompareOrdinal(left.Word, right.Word) is not 0 and var by
            ? by : left.Document.Id.CompareTo(right.Document.Id));
    }

    /// <summary>
    /// Titles that have, for each word, one that begins with it, in the order of the words. Those that begin with what was typed come first, then
    /// the shortest.
    /// </summary>
    public List<string> BeginningWith(IReadOnlyList<string> typed, Func<SnapshotDocument, bool> isVisible, int count)
    {
        // The longest of the words is in the fewest titles.
        var (index, key) = typed.Index().MaxBy(word => word.Item.Length);
        return [.. From(key).TakeWhile(entry => entry.Word.StartsWith(key, StringComparison.Ordinal)).Take(LongestRun)
            .Where(entry => isVisible(entry.Document))
            .Select(entry => (entry.Document.Title, Place: entry.Place - index, Words: SearchWords.Of(entry.Document.Title).ToList()))
            .Where(title => typed.All(word => title.Words.Exists(own => own.StartsWith(word, StringComparison.Ordinal))))
            .OrderBy(title => title.Place == 0 ? 0 : 1).ThenBy(title => title.Words.Count).ThenBy(title => title.Title, StringComparer.CurrentCultureIgnoreCase)
            .Select(title => title.Title).Distinct().Take(count)];
    }

    private IEnumerable<(string Word, int Place, SnapshotDocument Document)> From(string beginning)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(words[middle].Word, beginning) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < words.Length; low++)
        {
            yield return words[low];
        }
    }
}
