using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LearningDev.Content.Fields.Kinds;

namespace LearningDev.Content.Markdown;

/// <summary>
/// Makes Markdown of HTML that somebody has copied from a word processor or a web page: paragraphs, headings, lists, tables, bold, italic and links stay, everything
/// else (fonts, colours, scripts, comments) goes.
/// </summary>
public sealed partial class PastedHtml
{
    private const int DeepestNesting = 200;

    private static readonly HashSet<string> Dropped =
        ["script", "style", "head", "title", "meta", "link", "noscript", "template", "iframe", "object", "embed", "svg", "math", "button", "input", "select", "textarea", "video", "audio"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figure", "figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ];

    private readonly Uri? portal;
    private int picturesLeftOut;

    private PastedHtml(Uri? portal) => this.portal = portal;

    /// <summary>Makes Markdown of HTML.</summary>
    /// <param name="html">The HTML, as a browser's clipboard has it.</param>
    /// <param name="portal">The portal's own address, whose links become addresses below its root; null when it is not known.</param>
    public static PastedMarkdown ToMarkdown(string html, Uri? portal = null)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        if (WordsIfTooDeep(body) is { } words)
        {
            return new PastedMarkdown(PastedInlines.Escape(words), 0);
        }

        var pasted = new PastedHtml(portal);
        return new PastedMarkdown(string.Join("\n\n", pasted.Read(body)), pasted.picturesLeftOut);
    }

    // Nobody writes so; whoever makes such a thing up gets the words alone.
    private static string? WordsIfTooDeep(INode body)
    {
        List<string> words = [];
        var (depth, deepest) = (0, 0);
        for (INode? node = body; node is not null;)
        {
            if (node is IText text)
            {
                words.AddRange(text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }

            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                deepest = Math.Max(deepest, depth);
                continue;
            }

            while (node is not null && node != body && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
            }

            node = node == body ? null : node?.NextSibling;
        }

        return deepest > DeepestNesting ? string.Join(' ', words) : null;
    }

    internal static bool IsDropped(IElement element) => Dropped.Contains(element.LocalName) || Style(element).Contains("mso-list:ignore", StringComparison.Ordinal)
        || Style(element).Contains("display:none", StringComparison.Ordinal);

    internal static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>An address that may stand in Markdown; null for one that may not, or that leads to somebody's own machine.</summary>
    internal static string? Address(string? address, Uri? portal)
    {
        address = address?.Trim() ?? "";
        if (portal is not null && Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" && whole.Authority == portal.Authority)
        {
            address = whole.PathAndQuery + whole.Fragment;
        }

        return LinkFieldKind.IsSafe(address) && !address.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? address.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;
    }

    private static string Style(IElement element) => (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private List<string> Read(INode parent)
    {
        List<string> blocks = [];
        var line = Inlines();
        List<IElement> wordList = [];
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement { } item && WordLevel(item) > 0)
            {
                Flush(blocks, ref line);
                wordList.Add(item);
                continue;
            }

            if (wordList.Count > 0 && (node is IElement || !string.IsNullOrWhiteSpace(node.TextContent)))
            {
                blocks.Add(WordList(wordList));
                wordList = [];
            }

            if (node is not IElement element || !HasBlocks(element))
            {
                line.Add(node);
            }
            else if (!IsDropped(element))
            {
                Flush(blocks, ref line);
                blocks.AddRange(Block(element));
            }
        }

        if (wordList.Count > 0)
        {
            blocks.Add(WordList(wordList));
        }

        Flush(blocks, ref line);
        return blocks;
    }

    // An inline element around blocks, as Google Docs has one, is read as if it were not there.
    private static bool HasBlocks(IElement element) => IsBlock(element) || element.Children.Any(HasBlocks);

    private List<string> Block(IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                var marks = new string('#', Math.Clamp(element.LocalName[1] - '0', 2, 4));
                return Line(element) is { IsEmpty: false } heading ? [$"{marks} {heading.ToMarkdown(isBoldAnyway: true).ReplaceLineEndings(" ")}"] : [];
            case "ul" or "ol":
                return List(element) is { Length: > 0 } list ? [list] : [];
            case "table":
                return Table(element);
            case "blockquote":
                return [.. Read(element) is { Count: > 0 } quoted ? [Indented(string.Join("\n\n", quoted), "> ", "> ")] : Array.Empty<string>()];
            case "pre":
                return [$"```\n{element.TextContent.ReplaceLineEndings("\n").Trim('\n').Replace("```", "'''", StringComparison.Ordinal)}\n```"];
            case "hr":
                return ["---"];
            case "dt":
                return Line(element) is { IsEmpty: false } term ? [$"**{term.ToMarkdown(isBoldAnyway: true)}**"] : [];
            default:
                return Read(element);
        }
    }

    private string List(IElement list)
    {
        List<string> items = [];
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? Math.Min(start, 100_000) : 1;
        foreach (var child in list.Children.Where(child => !IsDropped(child)))
        {
            // Word and Google Docs put a list within a list beside the items, not into one.
            if (child.LocalName is "ul" or "ol" && items.Count > 0)
            {
                items[^1] += "\n" + Indented(List(child), Margin(list, number - 1), Margin(list, number - 1));
                continue;
            }

            var blocks = child.LocalName is "ul" or "ol" ? [List(child)] : Read(child);
            if (blocks.Count == 0)
            {
                continue;
            }

            var mark = list.LocalName == "ol" ? $"{number}. " : "- ";
            var text = string.Concat(blocks.Index().Select(block => block.Index == 0 ? block.Item : (IsList(block.Item) ? "\n" : "\n\n") + block.Item));
            items.Add(Indented(text, mark, new string(' ', mark.Length)));
            number++;
        }

        return string.Join("\n", items);
    }

    private static string Margin(IElement list, int number) => new(' ', list.LocalName == "ol" ? $"{number}. ".Length : 2);

    private static bool IsList(string block) => ListStart().IsMatch(block);

    // Word has no lists in what it copies, but paragraphs that say which level of a list they are.
    private string WordList(List<IElement> items)
    {
        List<string> lines = [];
        Dictionary<int, int> numbers = [];
        Dictionary<int, int> widths = [];
        foreach (var item in items)
        {
            var level = WordLevel(item);
            foreach (var deeper in numbers.Keys.Where(key => key > level).ToList())
            {
                numbers.Remove(deeper);
            }

            var isNumbered = Numbering().IsMatch(item.QuerySelectorAll("[style]").FirstOrDefault(IsDropped)?.TextContent.Trim() ?? "");
            var number = numbers[level] = numbers.GetValueOrDefault(level) + 1;
            var mark = isNumbered ? $"{number}. " : "- ";
            widths[level] = mark.Length;
            var margin = new string(' ', Enumerable.Range(1, level - 1).Sum(above => widths.GetValueOrDefault(above, 2)));
            if (Line(item) is { IsEmpty: false } line)
            {
                lines.Add(Indented(line.ToMarkdown(), margin + mark, margin + new string(' ', mark.Length)));
            }
        }

        return string.Join("\n", lines);
    }

    private static int WordLevel(IElement element) =>
        element.LocalName == "p" && WordListStyle().Match(Style(element)) is { Success: true } match
            ? Math.Clamp(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 1, 9) : 0;

    private List<string> Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table)
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToList()).Where(cells => cells.Count > 0).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        // One column is no table but a way of placing things.
        if (width <= 1)
        {
            return [.. rows.SelectMany(row => Read(row[0]))];
        }

        var lines = rows.Select(row => "| " + string.Join(" | ", row.Select(Cell).Concat(Enumerable.Repeat("", width - row.Count))) + " |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", width)));
        return [string.Join("\n", lines)];
    }

    private string Cell(IElement cell) =>
        BreakInCell().Replace(Line(cell).ToMarkdown(isBoldAnyway: cell.LocalName == "th"), " ").Replace("|", "\\|", StringComparison.Ordinal);

    private PastedInlines Inlines() => new(portal);

    private PastedInlines Line(IElement element)
    {
        var line = Inlines();
        foreach (var child in element.ChildNodes)
        {
            line.Add(child);
        }

        picturesLeftOut += line.PicturesLeftOut;
        return line;
    }

    private void Flush(List<string> blocks, ref PastedInlines line)
    {
        picturesLeftOut += line.PicturesLeftOut;
        if (!line.IsEmpty)
        {
            blocks.Add(NoBlock().Replace(line.ToMarkdown(), match => match.Groups[1].Value + "\\" + match.Groups[2].Value));
        }

        line = Inlines();
    }

    private static string Indented(string text, string first, string others) =>
        first + text.Replace("\n", "\n" + others, StringComparison.Ordinal).Replace("\n" + others + "\n", "\n" + others.TrimEnd() + "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"mso-list:l\d+level(\d+)lfo\d+")]
    private static partial Regex WordListStyle();

    [GeneratedRegex(@"^\(?([0-9]+|[a-zA-Z]|[ivxIVX]+)[.)]")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(-|\d+\.) ")]
    private static partial Regex ListStart();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex BreakInCell();

    // A line that only looks like a heading, a quotation or an item of a list.
    [GeneratedRegex(@"^(\d{0,9})(#{1,6}(?=\s|$)|>|[-+](?=\s)|[.)](?=\s)|=+$|-{3,}$)", RegexOptions.Multiline)]
    private static partial Regex NoBlock();
}

/// <summary>What became of pasted HTML.</summary>
/// <param name="Markdown">The Markdown.</param>
/// <param name="PicturesLeftOut">How many pictures it does not have.</param>
public sealed record PastedMarkdown(string Markdown, int PicturesLeftOut);
