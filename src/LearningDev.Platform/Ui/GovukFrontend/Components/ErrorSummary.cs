using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>All that is wrong with a page, at its top.</summary>
internal sealed record ErrorSummary : Component
{
    public string? TitleText { get; init; }

    public IHtmlContent? TitleHtml { get; init; }

    public string? DescriptionText { get; init; }

    public IHtmlContent? DescriptionHtml { get; init; }

    public IReadOnlyList<ErrorSummaryItem>? ErrorList { get; init; }

    public bool? DisableAutoFocus { get; init; }

    protected override Markup Render() => $"""
        <div class="govuk-error-summary{Class(Classes)}"{Attribute("data-disable-auto-focus", DisableAutoFocus)}{Attributes} data-module="govuk-error-summary">
          <div role="alert">
            <h2 class="govuk-error-summary__title">
              {TitleHtml ?? (Markup)$"{TitleText}"}
            </h2>
            <div class="govuk-error-summary__body">
              {When(DescriptionHtml is not null || !string.IsNullOrEmpty(DescriptionText), $"<p>{DescriptionHtml ?? (Markup)$"{DescriptionText}"}</p>")}
              {When(ErrorList is { Count: > 0 }, $"""
              <ul class="govuk-list govuk-error-summary__list">
                {Each(ErrorList, item => $"{item}")}
              </ul>
              """)}
            </div>
          </div>
        </div>
        """;
}

/// <summary>One error of the summary, with a link to where it can be put right.</summary>
internal sealed record ErrorSummaryItem : TextComponent
{
    public string? Href { get; init; }

    protected override Markup Render() => string.IsNullOrEmpty(Href)
        ? (Markup)$"<li>{Content}</li>"
        : $"""
            <li><a href="{Href}"{Attributes}>{Content}</a></li>
            """;
}
