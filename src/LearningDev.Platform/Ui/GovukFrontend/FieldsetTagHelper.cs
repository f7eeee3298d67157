using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Fields that answer one question: <c>&lt;govuk-fieldset legend="What is your address?"&gt;…&lt;/govuk-fieldset&gt;</c>.</summary>
[HtmlTargetElement("govuk-fieldset")]
public sealed class FieldsetTagHelper : TagHelper
{
    /// <summary>The question; with markup, a <c>&lt;govuk-legend&gt;</c> child.</summary>
    public string? Legend { get; set; }

    /// <summary>Classes of the legend, such as <c>govuk-fieldset__legend--l</c>.</summary>
    public string? LegendClass { get; set; }

    /// <summary>Whether the legend is the page's heading.</summary>
    public bool LegendIsPageHeading { get; set; }

    /// <summary>Ids of elements that describe the question.</summary>
    public string? DescribedBy { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var legends = context.Collect<Legend>();
        var html = await output.GetHtmlAsync();
        output.Become(new Fieldset
        {
            Legend = legends.LastOrDefault() ?? new Legend { Text = Legend, Classes = LegendClass, IsPageHeading = LegendIsPageHeading },
            DescribedBy = DescribedBy,
            Html = html,
        });
    }
}
