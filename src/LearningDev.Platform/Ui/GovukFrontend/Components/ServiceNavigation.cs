using Microsoft.AspNetCore.Html;

namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>The service's name and its main places.</summary>
internal sealed record ServiceNavigation : Component
{
    public string? AriaLabel { get; init; }

    public string? MenuButtonText { get; init; }

    public string? MenuButtonLabel { get; init; }

    public string? NavigationLabel { get; init; }

    public string? NavigationId { get; init; }

    public string? NavigationClasses { get; init; }

    /// <summary>Whether a menu button takes the links' place on small screens; null does so where there is more than one.</summary>
    public bool? CollapseNavigationOnMobile { get; init; }

    public string? ServiceName { get; init; }

    public string? ServiceUrl { get; init; }

    public IReadOnlyList<ServiceNavigationItem?>? Navigation { get; init; }

    public ServiceNavigationSlots? Slots { get; init; }

    private Markup CommonAttributes => $" class=\"govuk-service-navigation{Class(Classes)}\" data-module=\"govuk-service-navigation\"{Attributes}";

    private Markup Inside => $"""
        <div class="govuk-width-container{Class(Slots?.End?.Align == "inline", "govuk-service-navigation__inlining-container")}">
          {Slots?.Start}
          <div class="govuk-service-navigation__container">
            {When(ServiceName is not null, $"""
            <span class="govuk-service-navigation__service-name">
              {Name}
            </span>
            """)}
            {Links}
          </div>
          {Slots?.End?.Html}
        </div>
        """;

    private Markup Name => string.IsNullOrEmpty(ServiceUrl)
        ? (Markup)$"<span class=\"govuk-service-navigation__text\">{ServiceName}</span>"
        : $"""
            <a href="{ServiceUrl}" class="govuk-service-navigation__link">
              {ServiceName}
            </a>
            """;

    private Markup Links
    {
        get
        {
            var items = Navigation?.OfType<ServiceNavigationItem>().ToList() ?? [];
            if (items.Count == 0 && Slots?.NavigationStart is null && Slots?.NavigationEnd is null)
            {
                return Markup.Empty;
            }

            var menu = MenuButtonText ?? "Menu";
            var id = NavigationId ?? "navigation";
            return $"""
                <nav aria-label="{NavigationLabel ?? menu}" class="govuk-service-navigation__wrapper{Class(NavigationClasses)}">
                  {When(CollapseNavigationOnMobile ?? items.Count > 1, $"""
                  <button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="{id}"{Attribute("aria-label", MenuButtonLabel == menu ? null : MenuButtonLabel)} hidden aria-hidden="true">
                    {menu}
                  </button>
                  """)}
                  <ul class="govuk-service-navigation__list" id="{id}">
                    {Slots?.NavigationStart}
                    {Each(items, item => $"{item}")}
                    {Slots?.NavigationEnd}
                  </ul>
                </nav>
                """;
        }
    }

    protected override Markup Render() => ServiceName is not null || Slots?.Start is not null || Slots?.End?.Html is not null
        ? (Markup)$"""
            <section aria-label="{AriaLabel ?? "Service information"}"{CommonAttributes}>
              {Inside}
            </section>
            """
        : $"""
            <div{CommonAttributes}>
              {Inside}
            </div>
            """;
}

/// <summary>One place of the service.</summary>
internal sealed record ServiceNavigationItem : TextComponent
{
    /// <summary>The place is this very page.</summary>
    public bool Current { get; init; }

    /// <summary>This page is somewhere below the place.</summary>
    public bool Active { get; init; }

    public string? Href { get; init; }

    private bool IsActive => Active || Current;

    private string? AriaCurrent => Current ? "page" : Active ? "true" : null;

    // Strong, so that the place can be told where a person overrides colours.
    private Markup Inside => IsActive
        ? (Markup)$"<strong class=\"govuk-service-navigation__active-fallback\">{Content}</strong>"
        : $"{Content}";

    protected override Markup Render() => $"""
        <li class="govuk-service-navigation__item{Class(IsActive, "govuk-service-navigation__item--active")}">
          {When(Href is not null, $"""
          <a class="govuk-service-navigation__link" href="{Href}"{Attribute("aria-current", AriaCurrent)}{Attributes}>
            {Inside}
          </a>
          """)}
          {When(Href is null && HasContent, $"""
          <span class="govuk-service-navigation__text"{Attribute("aria-current", AriaCurrent)}>
            {Inside}
          </span>
          """)}
        </li>
        """;
}

/// <summary>Further content around the service's name and links.</summary>
internal sealed record ServiceNavigationSlots
{
    public IHtmlContent? Start { get; init; }

    public ServiceNavigationEnd? End { get; init; }

    public IHtmlContent? NavigationStart { get; init; }

    public IHtmlContent? NavigationEnd { get; init; }
}

/// <summary>The content after the links; <c>Align</c> "inline" sets it beside them.</summary>
internal sealed record ServiceNavigationEnd
{
    public IHtmlContent? Html { get; init; }

    public string? Align { get; init; }
}
