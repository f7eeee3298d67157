using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search;

/// <summary>Text in pieces, some of which are marked because they are what was searched for (CAT-04).</summary>
/// <param name="Pieces">The pieces in order; together they are the text.</param>
public sealed record MarkedText(IReadOnlyList<MarkedPiece> Pieces)
{
    private const int ExtractLength = 220;
    private const int Lead = 60;
    private const int MostCompared = 100;

    /// <summary>True when something is marked.</summary>
    public bool HasMarks => Pieces.Any(piece => piece.IsMarked);

    /// <summary>Text without marks.</summary>
    public static MarkedText Plain(string text) => new([new MarkedPiece(text, IsMarked: false)]);

    /// <inheritdoc />
    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>Marks the words of a text that have one of the stems.</summary>
    internal static MarkedText Mark(string text, IReadOnlySet<string> stems)
    {
        if (stems.Count == 0)
        {
            return Plain(text);
        }

        List<MarkedPiece> pieces = [];
        var done = 0;
        foreach (var word in Searched(text, stems))
        {

            if (word.Start > done)
            {
                pieces.Add(new MarkedPiece(text[done..word.Start], IsMarked: false));
            }

            pieces.Add(new MarkedPiece(text[word.Start..(word.Start + word.Length)], IsMarked: true));
            done = word.Start + word.Length;
        }

        if (done < text.Length || pieces.Count == 0)
        {
            pieces.Add(new MarkedPiece(text[done..], IsMarked: false));
        }

        return new MarkedText(pieces);
    }

    /// <summary>
    /// The piece of a long text that has the most different stems, with the words marked; null when no sentence has any. Lines that are no
    /// sentences, such as the names of choices, tell a reader nothing.
    /// </summary>
    internal static MarkedText? Extract(string body, IReadOnlySet<string> stems)
    {
        var text = string.Join('\n', body.Split('\n').Select(line => line.Trim()).Where(line => line.EndsWith('.') || line.EndsWith('!') || line.EndsWith('?')));
        var found = Searched(text, stems).Take(MostCompared).Select(word => (word.Start, Stem: Stems.Of(word.Text))).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var best = found.MaxBy(first => found.Where(word => word.Start >= first.Start && word.Start < first.Start + ExtractLength - Lead)
            .Select(word => word.Stem).Distinct().Count());
        var from = WordStart(text, Math.Max(0, best.Start - Lead));
        var to = WordStart(text, Math.Min(text.Length, from + ExtractLength));
        var marked = Mark(string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), stems);
        return new MarkedText(
        [
            .. from > 0 ? [new MarkedPiece("… ", IsMarked: false)] : Array.Empty<MarkedPiece>(),
            .. marked.Pieces,
            .. to < text.Length ? [new MarkedPiece(" …", IsMarked: false)] : Array.Empty<MarkedPiece>(),
        ]);
    }

    // A stem begins as its word does, so words that begin otherwise need not be looked at.
    private static IEnumerable<SearchWord> Searched(string text, IReadOnlySet<string> stems) =>
        SearchWords.In(text, string.Concat(stems.Select(stem => stem[0]).Distinct())).Where(word => stems.Contains(Stems.Of(word.Text)));

    private static int WordStart(string text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return Math.Clamp(at, 0, text.Length);
        }

        var gap = text.LastIndexOf(' ', at);
        return gap > at - Lead && gap >= 0 ? gap + 1 : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}

/// <summary>A piece of marked text.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMarked">True when they are what was searched for.</param>
public sealed record MarkedPiece(string Text, bool IsMarked);
