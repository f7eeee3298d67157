using Microsoft.AspNetCore.Html;

namespace LearningDev.Content.Text;

/// <summary>Marks what went and what came in a text, with words for those who do not see the marks.</summary>
internal static class DifferenceHtml
{
    /// <summary>The runs of a text as HTML, with the spaces and line ends that they have and no others.</summary>
    public static IHtmlContent Of(IReadOnlyList<TextRun> runs)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in runs)
        {
            switch (run.Change)
            {
                case TextChange.Removed:
                    Mark(html, "del", "app-difference__removed", "removed", run.Text);
                    break;
                case TextChange.Added:
                    Mark(html, "ins", "app-difference__added", "added", run.Text);
                    break;
                default:
                    html.Append(run.Text);
                    break;
            }
        }

        return html;
    }

    private static void Mark(HtmlContentBuilder html, string element, string style, string words, string text) => html
        .AppendHtml($"<{element} class=\"{style}\"><span class=\"govuk-visually-hidden\">{words}: </span>")
        .Append(text)
        .AppendHtml($"<span class=\"govuk-visually-hidden\">, end of what was {words} </span></{element}>");
}
