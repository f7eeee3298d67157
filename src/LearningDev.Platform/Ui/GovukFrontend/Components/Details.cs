using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Text that is shown when a person asks for it.</summary>
internal sealed record Details : TextComponent
{
    public string? SummaryText { get; init; }

    public IHtmlContent? SummaryHtml { get; init; }

    public string? Id { get; init; }

    public bool Open { get; init; }

    protected override Markup Render() => $"""
        <details{Attribute("id", Id)} class="govuk-details{Class(Classes)}"{Attributes}{Flag("open", Open)}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {SummaryHtml ?? (Markup)$"{SummaryText}"}
            </span>
          </summary>
          <div class="govuk-details__text">
            {Content}
          </div>
        </details>
        """;
}
