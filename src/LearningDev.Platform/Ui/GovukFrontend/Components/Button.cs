namespace LearningDev.Platform.Ui.GovukFrontend.Components;

/// <summary>A button, or a link that looks like one.</summary>
internal sealed record Button : TextComponent
{
    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? Value { get; init; }

    public bool Disabled { get; init; }

    public string? Href { get; init; }

    public bool? PreventDoubleClick { get; init; }

    public bool IsStartButton { get; init; }

    public string? Id { get; init; }

    private Markup CommonAttributes => $"""
         class="govuk-button{Class(Classes)}{Class(IsStartButton, "govuk-button--start")}" data-module="govuk-button"{Attributes}{Attribute("id", Id)}
        """;

    private Markup Inside => IsStartButton
        ? (Markup)$"""
            {When(Html is null, $"{Text}")}{When(Html is not null, $"<span>{Html}</span>")}
            <svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
              <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/>
            </svg>
            """
        : $"{Content}";

    protected override Markup Render() => string.IsNullOrEmpty(Href)
        ? (Markup)$"""
            <button type="{Type ?? "submit"}"{Attribute("value", Value)}{Attribute("name", Name)}{When(Disabled, $" disabled aria-disabled=\"true\"")}{Attribute("data-prevent-double-click", PreventDoubleClick)}{CommonAttributes}>
              {Inside}
            </button>
            """
        : $"""
            <a href="{Href}" role="button" draggable="false"{CommonAttributes}>
              {Inside}
            </a>
            """;
}
