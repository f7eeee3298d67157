using System.Text.Encodings.Web;
using LearningDev.Content.Search;
using Microsoft.AspNetCore.Html;

namespace LearningDev.MembersHub.Resources;

/// <summary>Text as HTML, with what was searched for in <c>mark</c> elements.</summary>
internal sealed class MarkedHtml(MarkedText text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in text.Pieces)
        {
            writer.Write(piece.IsMarked ? "<mark>" : "");
            encoder.Encode(writer, piece.Text);
            writer.Write(piece.IsMarked ? "</mark>" : "");
        }
    }
}
