using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace LearningDev.Content.Markdown;

/// <summary>A video of the media library, which is written like a picture: <c>![What it shows](/media/fire.mp4 "/media/fire.vtt")</c>; the title names the captions.</summary>
internal sealed class MediaVideo : LeafInline
{
    public required string Url { get; init; }

    public required string Captions { get; init; }

    public required string Words { get; init; }

    public static bool Is(string url) => IsMedia(url) && url.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase);

    public static bool IsMedia(string url) => url.StartsWith("/media/", StringComparison.Ordinal);
}

internal sealed class MediaVideoRenderer : HtmlObjectRenderer<MediaVideo>
{
    protected override void Write(HtmlRenderer renderer, MediaVideo video)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(video.Words);
            return;
        }

        renderer.Write("<video controls preload=\"metadata\" aria-label=\"").WriteEscape(video.Words).Write("\"><source type=\"video/mp4\" src=\"").WriteEscapeUrl(video.Url).Write("\">");
        if (MediaVideo.IsMedia(video.Captions))
        {
            renderer.Write("<track kind=\"captions\" srclang=\"en\" label=\"English\" default src=\"").WriteEscapeUrl(video.Captions).Write("\">");
        }

        renderer.Write("</video>");
    }
}
