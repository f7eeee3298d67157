using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>
/// HTML written as an interpolated string: what stands in the string is HTML, and every value in it is encoded unless it is
/// <see cref="IHtmlContent"/>. A method that returns <see cref="Markup"/> therefore reads as a template and cannot forget to encode.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markup : IHtmlContent
{
    private readonly HtmlContentBuilder _content = new();

    public Markup(int literalLength, int formattedCount)
    {
    }

    /// <summary>The markup of a condition: when it is false, the values in the string are not even computed.</summary>
    public Markup(int literalLength, int formattedCount, bool condition, out bool isWritten) => isWritten = condition;

    public static Markup Empty => $"";

    public void AppendLiteral(string html) => _content.AppendHtml(html);

    public void AppendFormatted(string? text) => _content.Append(text);

    public void AppendFormatted(int number) => _content.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(IHtmlContent? html)
    {
        if (html is not null)
        {
            _content.AppendHtml(html);
        }
    }

    /// <summary>Writes every attribute with a space before it; one without a value by its name alone.</summary>
    public void AppendFormatted(IReadOnlyDictionary<string, string?>? attributes)
    {
        foreach (var (name, value) in attributes ?? new Dictionary<string, string?>())
        {
            AppendFormatted(value is null ? (Markup)$" {name}" : $" {name}=\"{value}\"");
        }
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => _content.WriteTo(writer, encoder);
}
