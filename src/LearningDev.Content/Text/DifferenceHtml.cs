using Microsoft.AspNetCore.Html;

namespace LearningDev.Content.Text;

/// <summary>Shows a difference: what is gone struck through, what is new underlined, both told in words to those who listen.</summary>
public static class DifferenceHtml
{
    /// <summary>Makes HTML of the runs; the text is encoded. Line ends stay as they are: the class app-difference shows them.</summary>
    public static IHtmlContent Of(IEnumerable<TextRun> runs)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in runs)
        {
            if (run.Change == TextChange.Same)
            {
                html.Append(run.Text);
                continue;
            }

            var (element, words) = run.Change == TextChange.Removed ? ("del", "removed") : ("ins", "added");
            html.AppendHtml($"<{element}><span class=\"govuk-visually-hidden\"> {words}: </span>").Append(run.Text)
                .AppendHtml($"<span class=\"govuk-visually-hidden\"> end of {words} </span></{element}>");
        }

        return html;
    }
}
