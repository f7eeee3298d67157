using LearningDev.Content.Fields.Kinds;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LearningDev.Content.Markdown;

/// <summary>Gives what editors write the classes of GOV.UK Frontend, moves headings below the page's own, and drops unsafe links.</summary>
internal sealed class PortalMarkdown : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Dress;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Dress(MarkdownDocument document)
    {
        foreach (var node in document.Descendants().ToList())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    heading.Level = Math.Min(heading.Level + 2, 6);
                    Class(heading, "govuk-heading-s");
                    break;
                case ParagraphBlock { Parent: not ListItemBlock } paragraph:
                    Class(paragraph, "govuk-body");
                    break;
                case ListBlock list:
                    Class(list, list.IsOrdered ? "govuk-list govuk-list--number" : "govuk-list govuk-list--bullet");
                    break;
                case Table table:
                    Class(table, "govuk-table");
                    break;
                case LinkInline { IsImage: true } picture:
                    DressPicture(picture);
                    break;
                case LinkInline link:
                    Class(link, "govuk-link");
                    if (link.Url is null || !(link.Url.StartsWith('#') || LinkFieldKind.IsSafe(link.Url)))
                    {
                        link.Url = "#";
                    }

                    break;
                case AutolinkInline { IsEmail: false } link when !LinkFieldKind.IsSafe(link.Url):
                    link.ReplaceBy(new LiteralInline(link.Url));
                    break;
                case AutolinkInline link:
                    Class(link, "govuk-link");
                    break;
            }
        }
    }

    // Pictures of other places would tell them who reads: those, and files that are no pictures, are links.
    private static void DressPicture(LinkInline picture)
    {
        var url = picture.Url ?? "";
        if (url.StartsWith("/media/", StringComparison.Ordinal))
        {
            return;
        }

        picture.IsImage = false;
        picture.Url = LinkFieldKind.IsSafe(url) ? url : "#";
        Class(picture, "govuk-link");
        if (picture.FirstChild is null)
        {
            picture.AppendChild(new LiteralInline(picture.Url));
        }
    }

    private static void Class(MarkdownObject node, string names)
    {
        foreach (var name in names.Split(' '))
        {
            node.GetAttributes().AddClass(name);
        }
    }
}
