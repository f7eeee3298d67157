using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>Text that is shown when a person asks for it: <c>&lt;govuk-details summary="Help with grades"&gt;…&lt;/govuk-details&gt;</c>.</summary>
[HtmlTargetElement("govuk-details")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>What is always shown.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Whether it is open at first.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new Details { SummaryText = Summary, Open = Open, Html = await output.GetHtmlAsync() });
}

/// <summary>Text set apart from the rest: <c>&lt;govuk-inset-text&gt;…&lt;/govuk-inset-text&gt;</c>.</summary>
[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new InsetText { Html = await output.GetHtmlAsync() });
}

/// <summary>Something that has consequences: <c>&lt;govuk-warning-text&gt;…&lt;/govuk-warning-text&gt;</c>.</summary>
[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new WarningText { Html = await output.GetHtmlAsync() });
}

/// <summary>That a transaction is complete: <c>&lt;govuk-panel title="Request sent"&gt;…&lt;/govuk-panel&gt;</c>.</summary>
[HtmlTargetElement("govuk-panel")]
public sealed class PanelTagHelper : TagHelper
{
    /// <summary>The heading.</summary>
    public string Title { get; set; } = "";

    /// <summary>The heading's level.</summary>
    public int HeadingLevel { get; set; } = 1;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new Panel { TitleText = Title, HeadingLevel = HeadingLevel, Html = await output.GetHtmlAsync() });
}

/// <summary>
/// Something to know, or with <c>type="success"</c> that what was asked for is done. With <see cref="Text"/> it is one line; with
/// content it is what the content says.
/// </summary>
[HtmlTargetElement("govuk-notification-banner")]
public sealed class NotificationBannerTagHelper : TagHelper
{
    /// <summary>"success", or nothing for a neutral one.</summary>
    public string? Type { get; set; }

    /// <summary>The heading: "Success" or "Important" unless it says otherwise.</summary>
    public string? Title { get; set; }

    /// <summary>The one line that is said.</summary>
    public string? Text { get; set; }

    /// <summary>Whether the focus stays where it is when the page has loaded.</summary>
    public bool? DisableAutoFocus { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => output.Become(new NotificationBanner
    {
        Type = Type,
        TitleText = Title,
        Text = Text,
        Html = await output.GetHtmlAsync(),
        DisableAutoFocus = DisableAutoFocus,
    });
}

/// <summary>That a service is still being worked on: <c>&lt;govuk-phase-banner tag="Beta"&gt;…&lt;/govuk-phase-banner&gt;</c>.</summary>
[HtmlTargetElement("govuk-phase-banner")]
public sealed class PhaseBannerTagHelper : TagHelper
{
    /// <summary>The phase.</summary>
    public string Tag { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new PhaseBanner { Tag = new Tag { Text = Tag }, Html = await output.GetHtmlAsync() });
}

/// <summary>The link past all that stands before the main content: <c>&lt;govuk-skip-link href="#main-content"&gt;Skip to main content&lt;/govuk-skip-link&gt;</c>.</summary>
[HtmlTargetElement("govuk-skip-link")]
public sealed class SkipLinkTagHelper : TagHelper
{
    /// <summary>The id of the main content, after "#".</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new SkipLink { Href = Href, Html = await output.GetHtmlAsync() });
}
