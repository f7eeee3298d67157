using System.Text;
using System.Xml.Linq;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>Turns the XHTML of a descriptive text into Markdown: paragraphs, lists, emphasis and links; all else keeps its words only.</summary>
internal static class XhtmlText
{
    private const int Deepest = 50;
    private const string Break = "\n\n";

    /// <summary>The Markdown of what stands inside an element; plain text is shown letter by letter.</summary>
    public static string ToMarkdown(XElement element)
    {
        if (!element.HasElements)
        {
            return ImportText.ToMarkdown(element.Value);
        }

        var markdown = new StringBuilder();
        Write(element, markdown, depth: 0);
        return string.Join(Break, markdown.ToString().Split(Break, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void Write(XElement element, StringBuilder markdown, int depth)
    {
        // Deeper than any text goes; what is meant to exhaust the stack keeps its words and no form.
        if (depth > Deepest)
        {
            return;
        }

        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                var words = ImportText.Clean(text.Value);
                var escaped = ImportText.Escape(ImportText.OneLine(words));
                markdown.Append(words.Length > 0 && char.IsWhiteSpace(words[0]) ? " " : "").Append(escaped)
                    .Append(escaped.Length > 0 && char.IsWhiteSpace(words[^1]) ? " " : "");
            }
            else if (node is XElement child)
            {
                WriteElement(child, markdown, depth + 1);
            }
        }
    }

    private static void WriteElement(XElement element, StringBuilder markdown, int depth)
    {
        switch (element.Name.LocalName.ToLowerInvariant())
        {
            case "script" or "style" or "img":
                return;
            case "br":
                markdown.Append(Break);
                return;
            case "li":
                markdown.Append("\n- ").Append(ImportText.OneLine(Inner(element, depth)));
                return;
            case "ul" or "ol":
                markdown.Append(Break);
                Write(element, markdown, depth);
                markdown.Append(Break);
                return;
            case "strong" or "b" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                var isHeading = element.Name.LocalName[0] is 'h' or 'H';
                markdown.Append(isHeading ? Break : "").Append(Wrapped(Inner(element, depth), "**")).Append(isHeading ? Break : "");
                return;
            case "em" or "i":
                markdown.Append(Wrapped(Inner(element, depth), "*"));
                return;
            case "a" when (string?)element.Attribute("href") is { } url && ImportNumbers.IsWebAddress(url):
                markdown.Append('[').Append(ImportText.OneLine(Inner(element, depth))).Append("](<").Append(url).Append(">)");
                return;
            case "p" or "div" or "table" or "tr" or "dl" or "dt" or "dd" or "blockquote":
                markdown.Append(Break);
                Write(element, markdown, depth);
                markdown.Append(Break);
                return;
            default:
                Write(element, markdown, depth);
                return;
        }
    }

    private static string Inner(XElement element, int depth)
    {
        var inner = new StringBuilder();
        Write(element, inner, depth);
        return inner.ToString();
    }

    private static string Wrapped(string text, string mark) => ImportText.OneLine(text) is { Length: > 0 } words ? $"{mark}{words}{mark}" : "";
}
