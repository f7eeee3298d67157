using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>That a transaction is complete, large.</summary>
internal sealed record Panel : TextComponent
{
    public string? TitleText { get; init; }

    public IHtmlContent? TitleHtml { get; init; }

    public int HeadingLevel { get; init; } = 1;

    public PanelActions? Actions { get; init; }

    private bool IsInterruption => Classes?.Contains("govuk-panel--interruption", StringComparison.Ordinal) == true;

    protected override Markup Render() => $"""
        <div class="govuk-panel{Class(!IsInterruption, "govuk-panel--confirmation")}{Class(Classes)}"{Attributes}>
          <h{HeadingLevel} class="govuk-panel__title">
            {TitleHtml ?? (Markup)$"{TitleText}"}
          </h{HeadingLevel}>
          {When(HasContent, $"<div class=\"govuk-panel__body\">{Content}</div>")}
          {When(IsInterruption && Actions is not null, $"""
          <div class="govuk-panel__actions{Class(Actions?.Classes)}"{Actions?.Attributes}>
            {When(Actions?.Items is { Count: > 0 }, $"<div class=\"govuk-button-group\">{Each(Actions?.Items, Action)}</div>")}
          </div>
          """)}
        </div>
        """;

    private static Markup Action(PanelAction action)
    {
        var button = new Button
        {
            Text = action.Text,
            Type = action.Type ?? "button",
            Classes = "govuk-button--inverse" + Class(action.Classes),
            Href = action.Href,
            Attributes = action.Attributes,
        };
        return string.IsNullOrEmpty(action.Href) || action.Type == "button" ? (Markup)$"{button}" : $"""

            <a class="govuk-link govuk-link--inverse{Class(action.Classes)}" href="{action.Href}"{action.Attributes}>{action.Text}</a>
            """;
    }
}

/// <summary>What can be done from an interruption panel.</summary>
internal sealed record PanelActions
{
    public IReadOnlyList<PanelAction> Items { get; init; } = [];

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>A button or link of an interruption panel.</summary>
internal sealed record PanelAction
{
    public string? Text { get; init; }

    public string? Type { get; init; }

    public string? Href { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}
