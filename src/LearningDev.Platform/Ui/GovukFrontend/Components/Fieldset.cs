using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Fields that answer one question.</summary>
internal sealed record Fieldset : Component
{
    public string? DescribedBy { get; init; }

    public Legend? Legend { get; init; }

    public string? Role { get; init; }

    public IHtmlContent? Html { get; init; }

    protected override Markup Render() => $"""
        <fieldset class="govuk-fieldset{Class(Classes)}"{Attribute("role", Role)}{Attribute("aria-describedby", DescribedBy)}{Attributes}>
          {Legend}
          {Html}
        </fieldset>
        """;
}

/// <summary>The question that a fieldset asks.</summary>
internal sealed record Legend : TextComponent
{
    public bool IsPageHeading { get; init; }

    protected override Markup Render() => When(HasContent, $"""
        <legend class="govuk-fieldset__legend{Class(Classes)}">
          {When(!IsPageHeading, $"{Content}")}{When(IsPageHeading, $"<h1 class=\"govuk-fieldset__heading\">{Content}</h1>")}
        </legend>
        """);
}
