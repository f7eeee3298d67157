using System.Globalization;
using DiffPlex;

namespace LearningDev.Content.Text;

/// <summary>What became of a run of text between two versions.</summary>
public enum TextChange
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands in the earlier one only.</summary>
    Removed,

    /// <summary>It stands in the later one only.</summary>
    Added,
}

/// <summary>A run of text of one of two versions, or of both.</summary>
/// <param name="Change">Where it stands.</param>
/// <param name="Text">The text, with the spaces and line ends that belong to it; never empty.</param>
public sealed record TextRun(TextChange Change, string Text);

/// <summary>
/// Compares two texts word by word (Myers' difference, by DiffPlex). The runs that are the same or removed make up the earlier text, those that are the
/// same or added the later one.
/// </summary>
public static class WordDifference
{
    // Myers' method takes time with the square of what differs: texts with more pieces than this are compared line by line first.
    private const int MostPieces = 4_000;

    private static readonly Pieces Words = new(WordEnds);
    private static readonly Pieces Lines = new(LineEnds);

    /// <summary>Compares two texts.</summary>
    /// <param name="before">The earlier text.</param>
    /// <param name="after">The later text.</param>
    /// <returns>The runs in order, what is removed comes before what is added in its place. Empty for two empty texts.</returns>
    public static IReadOnlyList<TextRun> Between(string before, string after) => Readable(
        CountWords(before) + CountWords(after) <= MostPieces ? Compare(before, after, Words, Whole) : Compare(before, after, Lines, CompareWords));

    private static IEnumerable<TextRun> CompareWords(Replacement block) =>
        CountWords(block.Removed) + CountWords(block.Added) <= MostPieces ? Compare(block.Removed, block.Added, Words, Whole) : Whole(block);

    private static IEnumerable<TextRun> Compare(string before, string after, IChunker pieces, Func<Replacement, IEnumerable<TextRun>> within)
    {
        var (old, current) = (pieces.Chunk(before), pieces.Chunk(after));
        if (old.Count + current.Count > MostPieces)
        {
            return Whole(new Replacement(before, after));
        }

        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, pieces);
        List<TextRun> runs = [];
        var position = 0;
        foreach (var block in difference.DiffBlocks)
        {
            runs.AddRange(Same(old.Take(position..block.DeleteStartA)));
            position = block.DeleteStartA + block.DeleteCountA;
            runs.AddRange(within(new Replacement(
                string.Concat(old.Take(block.DeleteStartA..position)),
                string.Concat(current.Take(block.InsertStartB..(block.InsertStartB + block.InsertCountB))))));
        }

        return [.. runs, .. Same(old.Skip(position))];
    }

    private static IEnumerable<TextRun> Same(IEnumerable<string> pieces) =>
        string.Concat(pieces) is { Length: > 0 } text ? [new TextRun(TextChange.Same, text)] : [];

    private static IEnumerable<TextRun> Whole(Replacement block)
    {
        if (block.Removed.Length > 0)
        {
            yield return new TextRun(TextChange.Removed, block.Removed);
        }

        if (block.Added.Length > 0)
        {
            yield return new TextRun(TextChange.Added, block.Added);
        }
    }

    // A space that stayed between two changes makes them hard to read: it is taken into both.
    private static List<TextRun> Readable(IEnumerable<TextRun> runs)
    {
        List<TextRun> readable = [];
        var (removed, added, between) = ("", "", "");
        foreach (var run in runs)
        {
            if (run.Change != TextChange.Same)
            {
                removed += between + (run.Change == TextChange.Removed ? run.Text : "");
                added += between + (run.Change == TextChange.Added ? run.Text : "");
                between = "";
            }
            else if (removed.Length > 0 && added.Length > 0 && between.Length == 0 && run.Text.All(character => character is ' ' or '\t'))
            {
                between = run.Text;
            }
            else
            {
                readable.AddRange(Whole(new Replacement(removed, added)));
                AddSame(readable, between + run.Text);
                (removed, added, between) = ("", "", "");
            }
        }

        readable.AddRange(Whole(new Replacement(removed, added)));
        AddSame(readable, between);
        return readable;
    }

    private static void AddSame(List<TextRun> runs, string text)
    {
        if (runs.Count > 0 && runs[^1].Change == TextChange.Same)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
        }
        else if (text.Length > 0)
        {
            runs.Add(new TextRun(TextChange.Same, text));
        }
    }

    private static int CountWords(string text) => WordEnds(text).Count();

    private static IEnumerable<int> LineEnds(string text)
    {
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            yield return end + 1;
        }

        yield return text.Length;
    }

    // Words, runs of spaces, line ends and signs, each a piece of its own.
    private static IEnumerable<int> WordEnds(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            var kind = KindOf(text[index++]);
            while (kind != Kind.Sign && index < text.Length && (KindOf(text[index]) == kind || (kind == Kind.Word && IsInsideWord(text, index))))
            {
                index++;
            }

            yield return index;
        }
    }

    // An apostrophe or hyphen between letters belongs to the word.
    private static bool IsInsideWord(string text, int index) =>
        text[index] is '\'' or '’' or '-' && index + 1 < text.Length && KindOf(text[index + 1]) == Kind.Word;

    // What needs two chars, and marks over letters, must not be parted.
    private static Kind KindOf(char character) =>
        character != '\n' && char.IsWhiteSpace(character) ? Kind.Space
        : char.IsLetterOrDigit(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? Kind.Word
        : Kind.Sign;

    private enum Kind
    {
        Sign,
        Space,
        Word,
    }

    private sealed record Replacement(string Removed, string Added);

    private sealed class Pieces(Func<string, IEnumerable<int>> ends) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            List<string> pieces = [];
            var start = 0;
            foreach (var end in ends(text))
            {
                if (end > start)
                {
                    pieces.Add(text[start..end]);
                    start = end;
                }
            }

            return pieces;
        }
    }
}
