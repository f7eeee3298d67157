using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Something to know that does not belong to the page itself, or that what was asked for is done.</summary>
internal sealed record NotificationBanner : TextComponent
{
    public string? TitleText { get; init; }

    public IHtmlContent? TitleHtml { get; init; }

    public int TitleHeadingLevel { get; init; } = 2;

    /// <summary>"success", or null for a neutral one.</summary>
    public string? Type { get; init; }

    public string? Role { get; init; }

    public string? TitleId { get; init; }

    public bool? DisableAutoFocus { get; init; }

    protected override Markup Render()
    {
        var isSuccess = Type == "success";
        var titleId = TitleId ?? "govuk-notification-banner-title";
        var title = TitleHtml ?? (Markup)$"{TitleText ?? (isSuccess ? "Success" : "Important")}";
        return $"""
            <div class="govuk-notification-banner{Class(isSuccess, "govuk-notification-banner--success")}{Class(Classes)}" role="{Role ?? (isSuccess ? "alert" : "region")}" aria-labelledby="{titleId}" data-module="govuk-notification-banner"{Attribute("data-disable-auto-focus", DisableAutoFocus)}{Attributes}>
              <div class="govuk-notification-banner__header">
                <h{TitleHeadingLevel} class="govuk-notification-banner__title" id="{titleId}">
                  {title}
                </h{TitleHeadingLevel}>
              </div>
              <div class="govuk-notification-banner__content">
                {Html ?? When(HasContent, $"<p class=\"govuk-notification-banner__heading\">{Text}</p>")}
              </div>
            </div>
            """;
    }
}
