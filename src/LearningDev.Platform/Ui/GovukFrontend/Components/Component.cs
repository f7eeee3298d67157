using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>
/// A component of govuk-frontend 6.6.0. The properties of the records that derive from it are the options of the package's Nunjucks
/// macro, by the same names; it writes the HTML that the macro writes.
/// </summary>
internal abstract record Component : IHtmlContent
{
    /// <summary>Classes beside the component's own.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Render().WriteTo(writer, encoder);

    protected abstract Markup Render();

    /// <summary>The classes with a space before them, to follow a component's own class.</summary>
    protected static string? Class(string? classes) => string.IsNullOrEmpty(classes) ? null : " " + classes;

    /// <summary>The class with a space before it, if the condition holds.</summary>
    protected static string? Class(bool condition, string name) => condition ? " " + name : null;

    /// <summary>The attribute with a space before it, unless its value is null.</summary>
    protected static Markup Attribute(string name, string? value) => When(value is not null, $" {name}=\"{value}\"");

    /// <summary>The attribute as "true" or "false", unless its value is null.</summary>
    protected static Markup Attribute(string name, bool? value) =>
        Attribute(name, value switch { null => null, true => "true", false => "false" });

    /// <summary>The number as an attribute, unless it is null.</summary>
    protected static Markup Attribute(string name, int? value) => When(value is not null, $" {name}=\"{value ?? 0}\"");

    /// <summary>The attribute without a value, if the condition holds.</summary>
    protected static Markup Flag(string name, bool isSet) => When(isSet, $" {name}");

    protected static Markup When(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] Markup markup) => markup;

    /// <summary>The markup of every item that is there, one after another.</summary>
    protected static IHtmlContent Each<T>(IEnumerable<T?>? items, Func<T, Markup> render)
        where T : class
    {
        var all = new HtmlContentBuilder();
        foreach (var item in items ?? [])
        {
            if (item is not null)
            {
                all.AppendHtml(render(item));
            }
        }

        return all;
    }
}

/// <summary>A component whose content is given as text, or as HTML, which wins.</summary>
internal abstract record TextComponent : Component
{
    public string? Text { get; init; }

    public IHtmlContent? Html { get; init; }

    protected bool HasContent => Html is not null || !string.IsNullOrEmpty(Text);

    protected IHtmlContent Content => Html ?? (Markup)$"{Text}";
}

/// <summary>A place inside a component that takes text, or HTML, which wins.</summary>
internal sealed record Slot : TextComponent
{
    public bool IsFilled => HasContent;

    protected override Markup Render() => $"{Content}";
}
