using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>The status of something: <c>&lt;govuk-tag colour="green"&gt;Active&lt;/govuk-tag&gt;</c>.</summary>
[HtmlTargetElement("govuk-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>One of the package's colours: grey, green, teal, purple, magenta, red, orange or yellow; blue if none is given.</summary>
    public string? Colour { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new Tag { Html = await output.GetHtmlAsync(), Classes = ClassOf(Colour) });

    internal static string? ClassOf(string? colour) => string.IsNullOrEmpty(colour) ? null : "govuk-tag--" + colour;
}
