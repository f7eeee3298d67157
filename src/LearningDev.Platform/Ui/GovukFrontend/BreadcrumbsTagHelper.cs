using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Where a page stands: <c>&lt;govuk-breadcrumbs&gt;</c> with a <c>&lt;govuk-breadcrumb href="…"&gt;</c> for each step.</summary>
[HtmlTargetElement("govuk-breadcrumbs")]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    /// <summary>Whether only the first and last step are shown on small screens.</summary>
    public bool CollapseOnMobile { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = context.Collect<Breadcrumb>();
        await output.GetChildContentAsync();
        output.Become(new Breadcrumbs { Items = items, CollapseOnMobile = CollapseOnMobile });
    }
}

/// <summary>A step of <c>&lt;govuk-breadcrumbs&gt;</c>; without an address it is the page itself.</summary>
[HtmlTargetElement("govuk-breadcrumb", ParentTag = "govuk-breadcrumbs")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        context.HandOver(output, output.Dressed(new Breadcrumb { Href = Href, Html = await output.GetHtmlAsync() }));
}
