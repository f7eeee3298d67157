namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>Keys and values, with what can be done about them.</summary>
internal sealed record SummaryList : Component
{
    public IReadOnlyList<SummaryListRow?> Rows { get; init; } = [];

    public SummaryCard? Card { get; init; }

    private Markup List => $"""
        <dl class="govuk-summary-list{Class(Classes)}"{Attributes}>
          {Each(Rows, row => Row(row, Rows.Any(other => other?.Actions?.Items is { Count: > 0 })))}
        </dl>
        """;

    protected override Markup Render() => Card is null ? List : $"""
        <div class="govuk-summary-card{Class(Card.Classes)}"{Card.Attributes}>
          <div class="govuk-summary-card__title-wrapper">
            {When(Card.Title is not null, $"""
            <h{Card.Title?.HeadingLevel ?? 2} class="govuk-summary-card__title{Class(Card.Title?.Classes)}">
              {Card.Title}
            </h{Card.Title?.HeadingLevel ?? 2}>
            """)}
            {CardActions(Card)}
          </div>
          <div class="govuk-summary-card__content">
            {List}
          </div>
        </div>
        """;

    private Markup Row(SummaryListRow row, bool anyRowHasActions) => $"""
        <div class="govuk-summary-list__row{Class(anyRowHasActions && row.Actions?.Items is null, "govuk-summary-list__row--no-actions")}{Class(row.Classes)}">
          <dt class="govuk-summary-list__key{Class(row.Key?.Classes)}">
            {row.Key}
          </dt>
          <dd class="govuk-summary-list__value{Class(row.Value?.Classes)}">
            {row.Value}
          </dd>
          {When(row.Actions?.Items is { Count: > 0 }, $"""
          <dd class="govuk-summary-list__actions{Class(row.Actions?.Classes)}">
            {RowActions(row.Actions?.Items ?? [])}
          </dd>
          """)}
        </div>
        """;

    private Markup RowActions(IReadOnlyList<SummaryListAction> actions) => actions.Count == 1
        ? Link(actions[0])
        : $"""
            <ul class="govuk-summary-list__actions-list">
              {Each(actions, action => $"<li class=\"govuk-summary-list__actions-list-item\">{Link(action)}</li>")}
            </ul>
            """;

    private Markup CardActions(SummaryCard card) => card.Actions?.Items switch
    {
        null or [] => Markup.Empty,
        [var only] => $"<div class=\"govuk-summary-card__actions{Class(card.Actions.Classes)}\">{Link(only)}</div>",
        var actions => $"""
            <ul class="govuk-summary-card__actions{Class(card.Actions.Classes)}">
              {Each(actions, action => $"<li class=\"govuk-summary-card__action\">{Link(action)}</li>")}
            </ul>
            """,
    };

    private Markup Link(SummaryListAction action)
    {
        var hidden = string.IsNullOrEmpty(action.VisuallyHiddenText) ? null : " " + action.VisuallyHiddenText;
        return $"""
            <a class="govuk-link{Class(action.Classes)}" href="{action.Href}"{action.Attributes}>{action}{When(hidden is not null || Card?.Title is not null, $"<span class=\"govuk-visually-hidden\">{hidden}{When(Card?.Title is not null, $" ({Card?.Title})")}</span>")}</a>
            """;
    }
}

/// <summary>A key and its value.</summary>
internal sealed record SummaryListRow
{
    public string? Classes { get; init; }

    public Slot? Key { get; init; }

    public Slot? Value { get; init; }

    public SummaryListActions? Actions { get; init; }
}

/// <summary>What can be done about a row, or about a whole card.</summary>
internal sealed record SummaryListActions
{
    public IReadOnlyList<SummaryListAction>? Items { get; init; }

    public string? Classes { get; init; }
}

/// <summary>A link, with the words that tell a screen reader what it is about.</summary>
internal sealed record SummaryListAction : TextComponent
{
    public string? Href { get; init; }

    public string? VisuallyHiddenText { get; init; }

    protected override Markup Render() => $"{Content}";
}

/// <summary>The card around a summary list.</summary>
internal sealed record SummaryCard
{
    public SummaryCardTitle? Title { get; init; }

    public SummaryListActions? Actions { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>The heading of a card.</summary>
internal sealed record SummaryCardTitle : TextComponent
{
    public int? HeadingLevel { get; init; }

    protected override Markup Render() => $"{Content}";
}
