using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace LearningDev.Content.Markdown;

/// <summary>Turns Markdown (CommonMark) into safe HTML and into plain words. HTML inside the Markdown is shown as text, never run.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .Use<PortalMarkdown>()
        .Build();

    /// <summary>Makes HTML with the portal's classes. Headings begin below the page's own.</summary>
    public static IHtmlContent ToHtml(string? markdown) =>
        string.IsNullOrWhiteSpace(markdown) ? HtmlString.Empty : new HtmlString(Markdig.Markdown.ToHtml(markdown, Pipeline));

    /// <summary>Takes Markdown apart, so that what is in it can be changed before it becomes HTML.</summary>
    internal static MarkdownDocument Parse(string markdown) => Markdig.Markdown.Parse(markdown, Pipeline);

    /// <summary>Makes HTML of Markdown that was taken apart.</summary>
    internal static IHtmlContent ToHtml(MarkdownDocument document) => new HtmlString(document.ToHtml(Pipeline));

    /// <summary>Makes plain words, for search and summaries.</summary>
    public static string ToPlainText(string? markdown) =>
        string.IsNullOrWhiteSpace(markdown) ? "" : Markdig.Markdown.ToPlainText(markdown, Pipeline).Trim();
}
