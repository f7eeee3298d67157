using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>The service's name and its main places: <c>&lt;govuk-service-navigation&gt;</c> with a <c>&lt;govuk-service-navigation-item href="…"&gt;</c> for each.</summary>
[HtmlTargetElement("govuk-service-navigation")]
public sealed class ServiceNavigationTagHelper : TagHelper
{
    /// <summary>The service's name; none leaves it out.</summary>
    public string? ServiceName { get; set; }

    /// <summary>Where the name leads.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The id of the list of places.</summary>
    public string? NavigationId { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = context.Collect<ServiceNavigationItem>();
        await output.GetChildContentAsync();
        output.Become(new ServiceNavigation { ServiceName = ServiceName, ServiceUrl = ServiceUrl, NavigationId = NavigationId, Navigation = items });
    }
}

/// <summary>A place of <c>&lt;govuk-service-navigation&gt;</c>.</summary>
[HtmlTargetElement("govuk-service-navigation-item", ParentTag = "govuk-service-navigation")]
public sealed class ServiceNavigationItemTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; set; }

    /// <summary>Whether it is this very page.</summary>
    public bool Current { get; set; }

    /// <summary>Whether this page is somewhere below it.</summary>
    public bool Active { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var html = await output.GetHtmlAsync();
        context.HandOver(output, output.Dressed(new ServiceNavigationItem { Href = Href, Current = Current, Active = Active, Html = html }));
    }
}
