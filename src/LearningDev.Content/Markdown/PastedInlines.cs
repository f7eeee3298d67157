using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace LearningDev.Content.Markdown;

/// <summary>Text within a block of pasted HTML, as runs of one format each, so that what a word processor cut into pieces is whole again.</summary>
internal sealed partial class PastedInlines(Uri? portal)
{
    private readonly List<Run> runs = [];

    /// <summary>How many pictures were left out: a picture of somebody's machine is not one that readers can see.</summary>
    public int PicturesLeftOut { get; private set; }

    public bool IsEmpty => runs.TrueForAll(run => string.IsNullOrWhiteSpace(run.Text));

    /// <summary>The text without any format.</summary>
    public string Plain => Space().Replace(string.Concat(runs.Select(run => run.Text)), " ").Trim();

    /// <summary>Adds an element or text with everything in it.</summary>
    public void Add(INode node) => Add(node, new Format());

    private void Add(INode node, Format format)
    {
        if (node is IText text)
        {
            runs.Add(new Run(text.Data, format));
        }
        else if (node is IElement element && !PastedHtml.IsDropped(element))
        {
            AddElement(element, format);
        }
    }

    private void AddElement(IElement element, Format format)
    {
        switch (element.LocalName)
        {
            case "br":
                runs.Add(new Run("\n", format with { IsBreak = true }));
                return;
            case "img":
                AddPicture(element, format);
                return;
            case "code" or "kbd" or "samp" or "tt":
                runs.Add(new Run(element.TextContent, format with { IsCode = true }));
                return;
        }

        var inner = Styled(element, format) with { Address = element.LocalName == "a" ? PastedHtml.Address(element.GetAttribute("href"), portal) ?? format.Address : format.Address };
        foreach (var child in element.ChildNodes)
        {
            Add(child, inner);
        }

        // What stands in blocks of its own within a table's cell, say, is not one word.
        if (PastedHtml.IsBlock(element))
        {
            runs.Add(new Run(" ", format));
        }
    }

    private void AddPicture(IElement element, Format format)
    {
        if (PastedHtml.Address(element.GetAttribute("src"), portal) is { } address && address.StartsWith("/media/", StringComparison.Ordinal))
        {
            runs.Add(new Run($"![{Escape(element.GetAttribute("alt") ?? "")}]({address})", format with { IsVerbatim = true }));
        }
        else
        {
            PicturesLeftOut++;
        }
    }

    // Google Docs wraps everything in a bold element that says it is not bold.
    private static Format Styled(IElement element, Format format)
    {
        var style = element.GetAttribute("style") ?? "";
        var (weight, slant) = (Weight().Match(style), Slant().Match(style));
        return format with
        {
            IsBold = weight.Success ? weight.Groups[1].Value is "bold" or "bolder" or "600" or "700" or "800" or "900"
                : element.LocalName is "b" or "strong" || format.IsBold,
            IsItalic = slant.Success ? slant.Groups[1].Value != "normal" : element.LocalName is "i" or "em" || format.IsItalic,
        };
    }

    /// <summary>Writes the runs as Markdown.</summary>
    /// <param name="isBoldAnyway">True within a heading, which is bold without marks.</param>
    public string ToMarkdown(bool isBoldAnyway = false)
    {
        List<Run> whole = [];
        foreach (var run in runs.Select(run => isBoldAnyway ? run with { Format = run.Format with { IsBold = false } } : run).Select(Collapsed))
        {
            // A space between two bold words is bold too.
            if (whole.Count > 0 && whole[^1].Format == run.Format && !run.Format.IsBreak)
            {
                whole[^1] = whole[^1] with { Text = whole[^1].Text + run.Text };
            }
            else if (run.Text.Length > 0)
            {
                whole.Add(run);
            }
        }

        var markdown = new StringBuilder();
        for (var index = 0; index < whole.Count;)
        {
            var address = whole[index].Format.Address;
            var count = whole.Skip(index).TakeWhile(run => run.Format.Address == address).Count();
            var text = string.Concat(whole.Skip(index).Take(count).Select(Marked));
            markdown.Append(address is null || text.Trim().Length == 0 ? text : Around(text, words => $"[{words}]({address})"));
            index += count;
        }

        return BreakEnds().Replace(Space().Replace(markdown.ToString(), " "), "  \n").Trim();
    }

    private static Run Collapsed(Run run) => run.Format.IsBreak ? run : run with { Text = Space().Replace(run.Text.Replace('\n', ' ').Replace('\r', ' '), " ") };

    private static string Marked(Run run)
    {
        var format = run.Format;
        if (format.IsBreak || format.IsVerbatim || string.IsNullOrWhiteSpace(run.Text))
        {
            return run.Text;
        }

        if (format.IsCode)
        {
            var fence = run.Text.Contains('`', StringComparison.Ordinal) ? "``" : "`";
            return Around(run.Text, words => $"{fence}{(fence.Length > 1 ? $" {words} " : words)}{fence}");
        }

        var marks = (format.IsBold ? "**" : "") + (format.IsItalic ? "*" : "");
        return Around(Escape(run.Text), words => $"{marks}{words}{new string([.. marks.Reverse()])}");
    }

    // Marks stand at the words, not at the spaces around them (CommonMark, 6.2).
    private static string Around(string text, Func<string, string> mark)
    {
        var words = text.Trim();
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return words.Length == 0 ? text : $"{text[..start]}{mark(words)}{text[(start + words.Length)..]}";
    }

    /// <summary>Has signs that Markdown would take for its own stand for themselves.</summary>
    internal static string Escape(string text) => Signs().Replace(text, match => "\\" + match.Value);

    private sealed record Run(string Text, Format Format);

    private sealed record Format
    {
        public bool IsBold { get; init; }

        public bool IsItalic { get; init; }

        public bool IsCode { get; init; }

        public bool IsBreak { get; init; }

        public bool IsVerbatim { get; init; }

        public string? Address { get; init; }
    }

    [GeneratedRegex(@"font-weight\s*:\s*([a-z0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Weight();

    [GeneratedRegex(@"font-style\s*:\s*([a-z]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Slant();

    [GeneratedRegex(@"[ \t\u00a0\u2007\u202f]+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex BreakEnds();

    // An underscore within a word is one to Markdown as well; an ampersand only where it could be an entity.
    [GeneratedRegex(@"[\\*`\[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|~(?=~)")]
    private static partial Regex Signs();
}
