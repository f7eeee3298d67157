using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Help with a field. Inside a field it is that field's hint, with markup; elsewhere it stands by itself.</summary>
[HtmlTargetElement("govuk-hint")]
public sealed class HintTagHelper : TagHelper
{
    /// <summary>The id, for an aria-describedby.</summary>
    public string? Id { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hint = new Hint { Id = Id, Html = await output.GetHtmlAsync() };
        if (!context.HandOver(output, output.Dressed(hint)))
        {
            output.Become(hint);
        }
    }
}

/// <summary>A field's label. Inside a field it is that field's label, with markup; elsewhere it stands by itself.</summary>
[HtmlTargetElement("govuk-label")]
public sealed class LabelTagHelper : TagHelper
{
    /// <summary>The id of the input that it names.</summary>
    public string? For { get; set; }

    /// <summary>Whether it is the page's heading.</summary>
    public bool IsPageHeading { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var label = new Label { For = For, IsPageHeading = IsPageHeading, Html = await output.GetHtmlAsync() };
        if (!context.HandOver(output, output.Dressed(label)))
        {
            output.Become(label);
        }
    }
}

/// <summary>The legend of radios, checkboxes, a date or a fieldset, with markup.</summary>
[HtmlTargetElement("govuk-legend")]
public sealed class LegendTagHelper : TagHelper
{
    /// <summary>Whether it is the page's heading.</summary>
    public bool IsPageHeading { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.GetHtmlAsync();
        context.HandOver(output, output.Dressed(new Legend { IsPageHeading = IsPageHeading, Html = html }));
    }
}

/// <summary>What is wrong with a field, where the field is not one of these tag helpers.</summary>
[HtmlTargetElement("govuk-error-message")]
public sealed class ErrorMessageTagHelper : TagHelper
{
    /// <summary>The id, for an aria-describedby.</summary>
    public string? Id { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new ErrorMessage { Id = Id, Html = await output.GetHtmlAsync() });
}
