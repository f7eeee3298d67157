using LearningDev.Platform.Ui.GovukFrontend.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningDev.Platform.Ui.GovukFrontend;

/// <summary>A button that sends the form: <c>&lt;govuk-button prevent-double-click&gt;Save&lt;/govuk-button&gt;</c>.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>"submit" unless it is "button" or "reset".</summary>
    public string? Type { get; set; }

    /// <summary>The name under which <see cref="Value"/> is sent.</summary>
    public string? Name { get; set; }

    /// <summary>What is sent if this button was used.</summary>
    public string? Value { get; set; }

    /// <summary>Whether it can not be used.</summary>
    public bool Disabled { get; set; }

    /// <summary>Whether a second click within a second is ignored, for what must not be done twice.</summary>
    public bool PreventDoubleClick { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => output.Become(new Button
    {
        Html = await output.GetHtmlAsync(),
        Type = Type,
        Name = Name,
        Value = Value,
        Disabled = Disabled,
        PreventDoubleClick = PreventDoubleClick ? true : null,
    });
}

/// <summary>A link that looks like a button: <c>&lt;govuk-link-button href="/courses/new"&gt;Add a course&lt;/govuk-link-button&gt;</c>.</summary>
[HtmlTargetElement("govuk-link-button")]
public sealed class LinkButtonTagHelper : TagHelper
{
    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "#";

    /// <summary>Whether it begins a journey, and carries an arrow.</summary>
    public bool Start { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => output.Become(new Button
    {
        Html = await output.GetHtmlAsync(),
        Href = Href,
        IsStartButton = Start,
    });
}
