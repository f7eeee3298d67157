namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Where a page stands in the hierarchy.</summary>
internal sealed record Breadcrumbs : Component
{
    public IReadOnlyList<Breadcrumb> Items { get; init; } = [];

    public bool CollapseOnMobile { get; init; }

    public string? LabelText { get; init; }

    protected override Markup Render() => $"""
        <nav class="govuk-breadcrumbs{Class(Classes)}{Class(CollapseOnMobile, "govuk-breadcrumbs--collapse-on-mobile")}"{Attributes} aria-label="{LabelText ?? "Breadcrumb"}">
          <ol class="govuk-breadcrumbs__list">
            {Each(Items, item => $"{item}")}
          </ol>
        </nav>
        """;
}

/// <summary>One step of the breadcrumbs; without an address it is the page itself.</summary>
internal sealed record Breadcrumb : TextComponent
{
    public string? Href { get; init; }

    protected override Markup Render() => string.IsNullOrEmpty(Href)
        ? (Markup)$"""
            <li class="govuk-breadcrumbs__list-item" aria-current="page">{Content}</li>
            """
        : $"""
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href="{Href}"{Attributes}>{Content}</a>
            </li>
            """;
}
