using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace LearningDev.Tests.Platform.Ui.GovukFrontend.Components;

/// <summary>
/// HTML written so that two texts are equal exactly if they mean the same page: attributes in the order of their names, white space
/// collapsed to one space, and none at the edges of a block, where a browser shows none. The text of a textarea is kept as it is.
/// </summary>
internal static partial class NormalisedHtml
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "nav", "ol",
        "option", "p", "section", "select", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
        // Shown by the package's style sheet as blocks, or as boxes in a row.
        "button", "input", "label", "path", "svg", "textarea",
    };

    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        var text = new StringBuilder();
        WriteChildren(text, body, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, INode node, int depth)
    {
        if (node is IElement element)
        {
            text.Append('\n').Append(' ', depth * 2).Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
            {
                text.Append(' ').Append(attribute.Name).Append("=\"").Append(attribute.Value).Append('"');
            }

            text.Append('>');
            WriteChildren(text, element, depth + 1);
        }
        else if (node is IText words)
        {
            var shown = Shown(words);
            if (shown.Length > 0)
            {
                text.Append('\n').Append(' ', depth * 2).Append('"').Append(shown).Append('"');
            }
        }
    }

    private static void WriteChildren(StringBuilder text, INode parent, int depth)
    {
        parent.Normalize();
        foreach (var child in parent.ChildNodes)
        {
            Write(text, child, depth);
        }
    }

    private static string Shown(IText words)
    {
        var parent = words.ParentElement;
        if (parent is { LocalName: "textarea" })
        {
            return words.Data;
        }

        var shown = WhiteSpace().Replace(words.Data, " ");
        if (IsEdge(words.PreviousSibling, parent))
        {
            shown = shown.TrimStart();
        }

        return IsEdge(words.NextSibling, parent) ? shown.TrimEnd() : shown;
    }

    private static bool IsEdge(INode? sibling, IElement? parent) =>
        sibling is null ? parent is not null && IsBlock(parent) : sibling is IElement element && IsBlock(element);

    private static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    [GeneratedRegex("[ \t\r\n]+")]
    private static partial Regex WhiteSpace();
}
