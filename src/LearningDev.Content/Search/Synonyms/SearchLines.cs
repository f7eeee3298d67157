using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search.Synonyms;

/// <summary>Words and expressions as editors write them: one on each line. Two are the same when their words have the same stems.</summary>
internal static class SearchLines
{
    private const char Divider = ' ';

    /// <summary>The lines that have a word, without the spaces around them.</summary>
    public static List<string> In(string? text) =>
        [.. (text ?? "").Split('\n').Select(line => string.Join(Divider, line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => KeyOf(line).Length > 0)];

    /// <summary>What is the same for lines that mean the same search; empty for a line without a word.</summary>
    public static string KeyOf(string line) => KeyOf(SearchWords.Of(line));

    /// <summary>What is the same for words that mean the same search.</summary>
    public static string KeyOf(IEnumerable<string> words) => string.Join(Divider, words.Select(Stems.Of));

    /// <summary>Lines with those added that are not among them yet.</summary>
    public static List<string> With(IReadOnlyList<string> lines, IEnumerable<string> more) => [.. lines.Concat(more).DistinctBy(KeyOf)];

    /// <summary>How many words an expression has, by its key.</summary>
    public static int WordsIn(string key) => key.Count(character => character == Divider) + 1;

    /// <summary>The stems of an expression, by its key.</summary>
    public static string[] StemsIn(string key) => key.Split(Divider);
}
