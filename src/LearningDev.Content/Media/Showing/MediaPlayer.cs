using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using LearningDev.Content.Markdown;
using LearningDev.Content.Media.Captioning;
using Microsoft.AspNetCore.Html;

namespace LearningDev.Content.Media.Showing;

/// <summary>A video or recording as pages play it: with its captions, and with its transcript below (WCAG 2.2, 1.2.1 to 1.2.3).</summary>
/// <param name="File">The file.</param>
/// <param name="Languages">The languages of its captions.</param>
/// <param name="BasePath">What stands before the portal's addresses; empty when it stands at the root of its host.</param>
internal sealed record MediaPlayer(MediaFile File, IReadOnlyList<string> Languages, string BasePath)
{
    /// <summary>What people call it: its alternative text, or the words of its name.</summary>
    public string Name => File.AlternativeText.Length > 0 ? File.AlternativeText : Path.GetFileNameWithoutExtension(File.Name).Replace('-', ' ');

    /// <summary>The player.</summary>
    /// <param name="name">What it is called here; empty for its own name.</param>
    public IHtmlContent ToHtml(string name = "")
    {
        var html = new StringBuilder();
        var tag = File.Kind == MediaKind.Video ? "video" : "audio";
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"app-media-player\"><{tag} class=\"app-media-player__screen\" controls preload=\"metadata\" aria-label=\"{Encode(name.Length > 0 ? name : Name)}\">");
        html.Append(CultureInfo.InvariantCulture, $"<source src=\"{Encode(BasePath + MediaLinks.Of(File))}\" type=\"{File.ContentType}\">");
        foreach (var (index, language) in Languages.Index())
        {
            html.Append(CultureInfo.InvariantCulture, $"<track kind=\"captions\" srclang=\"{language}\" label=\"{Encode(CaptionLanguages.NameOf(language))}\" src=\"{Encode(BasePath + MediaLinks.OfCaptions(File, language))}\"{(index == 0 ? " default" : "")}>");
        }

        html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
        if (File.Transcript.Length > 0)
        {
            html.Append("<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">Transcript</span></summary><div class=\"govuk-details__text\">");
            html.Append(MarkdownText.ToHtml(File.Transcript));
            html.Append("</div></details>");
        }

        return new HtmlString(html.Append("</figure>").ToString());
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
