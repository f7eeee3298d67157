namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Links to the other pages of a list, or to the page before and after.</summary>
internal sealed record Pagination : Component
{
    public IReadOnlyList<PaginationItem?>? Items { get; init; }

    public PaginationLink? Previous { get; init; }

    public PaginationLink? Next { get; init; }

    public string? LandmarkLabel { get; init; }

    private bool IsBlock => Items is null && (Next is not null || Previous is not null);

    protected override Markup Render() => $"""
        <nav class="govuk-pagination{Class(IsBlock, "govuk-pagination--block")}{Class(Classes)}" aria-label="{LandmarkLabel ?? "Pagination"}"{Attributes}>
          {Link(Previous, "prev", "Previous", Arrow("prev", "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"))}
          {When(Items is not null, $"<ul class=\"govuk-pagination__list\">{Each(Items, Item)}</ul>")}
          {Link(Next, "next", "Next", Arrow("next", "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"))}
        </nav>
        """;

    private Markup Link(PaginationLink? link, string type, string word, Markup arrow) => string.IsNullOrEmpty(link?.Href) ? Markup.Empty : $"""
        <div class="govuk-pagination__{type}">
          <a class="govuk-link govuk-pagination__link" href="{link.Href}" rel="{type}"{link.Attributes}>
            {When(IsBlock || type == "prev", $"{arrow}")}
            <span class="govuk-pagination__link-title{Class(IsBlock && link.LabelText is null, "govuk-pagination__link-title--decorated")}">
              {(link.IsFilled ? link : (Markup)$"{word}<span class=\"govuk-visually-hidden\"> page</span>")}
            </span>
            {When(IsBlock && link.LabelText is not null, $"""
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.LabelText}</span>
            """)}
            {When(!IsBlock && type == "next", $"{arrow}")}
          </a>
        </div>
        """;

    private static Markup Arrow(string type, string path) => $"""
        <svg class="govuk-pagination__icon govuk-pagination__icon--{type}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
          <path d="{path}"></path>
        </svg>
        """;

    private static Markup Item(PaginationItem item) => item.Ellipsis
        ? (Markup)$"<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">&ctdot;</li>"
        : $"""
            <li class="govuk-pagination__item{Class(item.Current, "govuk-pagination__item--current")}">
              <a class="govuk-link govuk-pagination__link" href="{item.Href}" aria-label="{item.VisuallyHiddenText ?? $"Page {item.Number}"}"{When(item.Current, $" aria-current=\"page\"")}{item.Attributes}>
                {item.Number}
              </a>
            </li>
            """;
}

/// <summary>A page of the list, or the ellipsis for pages left out.</summary>
internal sealed record PaginationItem
{
    public string? Number { get; init; }

    public string? VisuallyHiddenText { get; init; }

    public string? Href { get; init; }

    public bool Current { get; init; }

    public bool Ellipsis { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>The link to the page before or after.</summary>
internal sealed record PaginationLink : TextComponent
{
    /// <summary>What that page is about, where there are no numbers.</summary>
    public string? LabelText { get; init; }

    public string? Href { get; init; }

    public bool IsFilled => HasContent;

    protected override Markup Render() => $"{Content}";
}
